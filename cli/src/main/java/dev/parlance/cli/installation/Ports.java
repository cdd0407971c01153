package dev.parlance.cli.installation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where each part of an installation listens, on 127.0.0.1.
@JsonPropertyOrder({"kafka", "postgres", "s3", "conversation", "analysis", "summary"})
public record Ports(int kafka, int postgres, int s3, int conversation, int analysis, int summary) {

    public int of(Service service) {
        return switch (service) {
            case CONVERSATION -> conversation;
            case ANALYSIS -> analysis;
            case SUMMARY -> summary;
        };
    }

    public String url(Service service) {
        return "http://localhost:" + of(service);
    }

    /// One sentence for each port that something else holds or that two parts would share, naming the way out; only
    /// the parts that are to be started are looked at.
    List<String> obstacles(boolean infrastructure, boolean services) {
        Map<Integer, String> taken = new LinkedHashMap<>();
        List<String> obstacles = new ArrayList<>();
        for (Map.Entry<String, Integer> wanted :
                byName(infrastructure, services).entrySet()) {
            String other = taken.putIfAbsent(wanted.getValue(), wanted.getKey());
            if (other != null) {
                obstacles.add("Port %d is meant for both %s and %s: give one of them another with --port-%s N."
                        .formatted(wanted.getValue(), other, wanted.getKey(), wanted.getKey()));
            } else if (!isFree(wanted.getValue())) {
                obstacles.add(
                        "Port %d, for %s, is in use: stop the program that holds it, or choose another with --port-%s N."
                                .formatted(wanted.getValue(), wanted.getKey(), wanted.getKey()));
            }
        }
        return obstacles;
    }

    private Map<String, Integer> byName(boolean infrastructure, boolean services) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        if (infrastructure) {
            ports.put("kafka", kafka);
            ports.put("postgres", postgres);
            ports.put("s3", s3);
        }
        if (services) {
            for (Service service : Service.values()) {
                ports.put(service.id(), of(service));
            }
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
