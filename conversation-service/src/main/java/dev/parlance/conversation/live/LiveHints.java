package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears from PostgreSQL, whichever instance told it, that there is news of learners, over a connection of its own
/// beside the pool. Only a hint: what is missed while the connection is away, or behind a pooler that passes no
/// notification on, is found by the next poll.
@ApplicationScoped
class LiveHints {
    private static final Logger LOG = Logger.getLogger(LiveHints.class);
    private static final int LISTEN_MILLIS = 5_000;
    private static final int ANSWER_SECONDS = 3;
    private static final long PAUSE_MILLIS = 1_000;

    private final LiveStreams streams;
    private final String url;
    private final Properties properties = new Properties();
    private final Thread thread =
            Thread.ofPlatform().name("live-hints").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private volatile Connection connection;

    LiveHints(
            LiveStreams streams,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.streams = streams;
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "conversation-service live");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
        close(connection);
    }

    private void run() {
        boolean isSaid = false;
        while (!stopping) {
            try {
                listen();
                isSaid = false;
            } catch (SQLException | RuntimeException e) { // a channel is open to all: even nonsense must not end it
                if (!stopping && !isSaid) {
                    LOG.infof("event=live-hints-lost cause=%s", TransientFailure.brief(e));
                    isSaid = true;
                }
            }
            pause();
        }
    }

    private void listen() throws SQLException {
        try (Connection own = DriverManager.getConnection(url, properties);
                Statement statement = own.createStatement()) {
            connection = own;
            statement.execute("listen " + LiveEvents.CHANNEL);
            PGConnection notified = own.unwrap(PGConnection.class);
            while (!stopping) {
                PGNotification[] notifications = notified.getNotifications(LISTEN_MILLIS);
                if (notifications != null && notifications.length > 0) {
                    tell(notifications);
                } else if (!own.isValid(ANSWER_SECONDS)) {
                    return; // it was cut, and nobody said so
                }
            }
        }
    }

    private void tell(PGNotification[] notifications) {
        for (PGNotification notification : notifications) {
            notification.getParameter().lines().map(Learner::ofKey).forEach(streams::wake);
        }
    }

    private void pause() {
        try {
            if (!stopping) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static void close(Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it was closed already
            }
        }
    }
}
