package dev.parlance.peer;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// Takes in turns and announces them, as a user of Spring Boot and Spring Modulith would write it: what Parlance is
/// measured beside. Nothing else calls it.
@SpringBootApplication
public class PeerApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(PeerApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
