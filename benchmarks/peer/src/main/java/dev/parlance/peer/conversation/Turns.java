package dev.parlance.peer.conversation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Turns extends JpaRepository<Turn, UUID> {}
