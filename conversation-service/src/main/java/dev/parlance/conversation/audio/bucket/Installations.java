package dev.parlance.conversation.audio.bucket;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The one row that says which installation this database is.
@ApplicationScoped
class Installations {
    /// An instance that was stopped before it wrote its mark may write it so many marks late.
    private static final int MAX_MARKS = 60;

    private final Jdbi jdbi;

    Installations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Installation get() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, marks from installation")
                .map((row, _) -> installation(row))
                .one());
    }

    /// Stores a mark before it is written to the bucket.
    Installation addMark(UUID mark) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update installation
                        set marks = trim_array(cast(:mark as uuid) || marks, greatest(cardinality(marks) + 1 - :max, 0))
                        returning id, marks
                        """)
                .bind("max", MAX_MARKS)
                .bind("mark", mark)
                .map((row, _) -> installation(row))
                .one());
    }

    /// Makes this database another installation.
    Installation replace(UUID id, UUID mark) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update installation set id = :id, marks = array[cast(:mark as uuid)] returning id, marks
                        """)
                .bind("id", id)
                .bind("mark", mark)
                .map((row, _) -> installation(row))
                .one());
    }

    private static Installation installation(ResultSet row) throws SQLException {
        return new Installation(row.getObject("id", UUID.class), List.of((UUID[])
                row.getArray("marks").getArray()));
    }
}
