package dev.parlance.kit.browser;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The values of `Host` that are served. A page of an attacker can give its own name the address of this service (DNS
/// rebinding), and a browser would let it read every response; it cannot make the browser send another name. An IP
/// address is no name, so it is always allowed.
final class AllowedHosts {
    private static final String ANY = "*";
    private static final String LOCALHOST = "localhost";
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    private final boolean any;
    private final Set<String> names;

    private AllowedHosts(boolean any, Set<String> names) {
        this.any = any;
        this.names = names;
    }

    /// @param configured empty: none on a loopback address, any elsewhere
    /// @param address    where the service listens
    static AllowedHosts of(Optional<List<String>> configured, String address) {
        Set<String> names = configured.orElse(List.of()).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        boolean any = names.isEmpty() ? !isLoopback(address) : names.contains(ANY);
        return new AllowedHosts(any, names);
    }

    boolean isAny() {
        return any;
    }

    /// @param host as in the header, without port
    boolean allows(String host) {
        if (any) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals(LOCALHOST)
                || names.contains(name)
                || IPV4.matcher(name).matches()
                || IPV6.matcher(name).matches();
    }

    private static boolean isLoopback(String address) {
        return address.equals(LOCALHOST) || address.startsWith("127.") || address.equals("::1");
    }
}
