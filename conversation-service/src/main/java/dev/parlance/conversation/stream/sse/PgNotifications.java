package dev.parlance.conversation.stream.sse;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveEvents;
import dev.parlance.kit.jdbc.TransientFailure;
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

/// Listens to PostgreSQL notifications about new live events from all instances, on a connection of its own. They
/// only shorten the delay: events whose notification is lost, because the connection is down or a pooler drops
/// notifications, are found by the next poll.
@ApplicationScoped
class PgNotifications {
    private static final Logger LOG = Logger.getLogger(PgNotifications.class);
    private static final int POLL_TIMEOUT_MILLIS = 5_000;
    private static final int VALIDATION_TIMEOUT_SECONDS = 3;
    private static final long RECONNECT_INTERVAL_MILLIS = 1_000;

    private final LiveEventDispatcher dispatcher;
    private final String url;
    private final Properties properties = new Properties();
    private final Thread thread =
            Thread.ofPlatform().name("live-notifications").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private volatile Connection connection;

    PgNotifications(
            LiveEventDispatcher dispatcher,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.dispatcher = dispatcher;
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
        boolean isLogged = false;
        while (!stopping) {
            try {
                listen();
                isLogged = false;
            } catch (SQLException | RuntimeException | Error e) { // also for an invalid payload: anyone can notify
                if (!stopping && !isLogged) {
                    LOG.infof("event=live-notifications-lost cause=%s", TransientFailure.brief(e));
                    isLogged = true;
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
                PGNotification[] notifications = notified.getNotifications(POLL_TIMEOUT_MILLIS);
                if (notifications != null && notifications.length > 0) {
                    wakeLearners(notifications);
                } else if (!own.isValid(VALIDATION_TIMEOUT_SECONDS)) {
                    return; // the connection is broken
                }
            }
        }
    }

    private void wakeLearners(PGNotification[] notifications) {
        for (PGNotification notification : notifications) {
            notification.getParameter().lines().map(Learner::ofKey).forEach(dispatcher::wake);
        }
    }

    private void pause() {
        try {
            if (!stopping) {
                Thread.sleep(RECONNECT_INTERVAL_MILLIS);
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
                // it was already closed
            }
        }
    }
}
