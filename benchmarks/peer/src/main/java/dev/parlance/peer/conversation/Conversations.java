package dev.parlance.peer.conversation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface Conversations extends JpaRepository<Conversation, UUID> {
    /// Whoever adds a turn waits for whoever is adding one: the numbers of turns have no gaps.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Conversation> findWithLockById(UUID id);
}
