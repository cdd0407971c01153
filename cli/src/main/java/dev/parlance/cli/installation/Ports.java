package dev.parlance.cli.installation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ports of an installation, on 127.0.0.1.
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

    /// One sentence with a remedy for each port that is in use or assigned to two parts, of the parts to be started.
    public List<String> findConflicts(boolean infrastructure, boolean services) {
        Map<Integer, String> assigned = new LinkedHashMap<>();
        List<String> conflicts = new ArrayList<>();
        for (Map.Entry<String, Integer> port : byName(infrastructure, services).entrySet()) {
            String other = assigned.putIfAbsent(port.getValue(), port.getKey());
            if (other != null) {
                conflicts.add("Port %d is meant for both %s and %s: give one of them another with --port-%s N."
                        .formatted(port.getValue(), other, port.getKey(), port.getKey()));
            } else if (!dev.parlance.platform.host.Ports.isFree(port.getValue())) {
                conflicts.add(
                        "Port %d, for %s, is in use: stop the program that holds it, or choose another with --port-%s N."
                                .formatted(port.getValue(), port.getKey(), port.getKey()));
            }
        }
        return conflicts;
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
}
