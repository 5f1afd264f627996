package io.impsh.api;

import io.impsh.UserException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a proxy is.
 *
 * @param user who may use it, as {@code name:password}, or {@code null}
 */
record ProxyAddress(Proxy.Type type, String host, int port, String user) {
    private static final int USUAL_PORT = 1080;

    /** Reads {@code [http://|socks5://][user:password@]host[:port]}. */
    static ProxyAddress parse(String variable, String value) {
        String url = value.contains("://") ? value.strip() : "http://" + value.strip();
        try {
            URI uri = new URI(url);
            Proxy.Type type = type(uri.getScheme());
            if (type == null || uri.getHost() == null) {
                throw unreadable(variable);
            }
            if (type == Proxy.Type.SOCKS && uri.getUserInfo() != null) {
                throw new UserException(
                        "BAD_PROXY", variable + " names a SOCKS proxy with a password, which is not supported", null);
            }
            int port = uri.getPort() < 0 ? usualPort(uri.getScheme()) : uri.getPort();
            return new ProxyAddress(type, uri.getHost(), port, uri.getUserInfo());
        } catch (URISyntaxException malformed) {
            throw unreadable(variable);
        }
    }

    private static Proxy.Type type(String scheme) {
        return switch (scheme) {
            case "http" -> Proxy.Type.HTTP;
            case "socks", "socks5", "socks5h" -> Proxy.Type.SOCKS;
            default -> null;
        };
    }

    private static int usualPort(String scheme) {
        return scheme.equals("http") ? 80 : USUAL_PORT;
    }

    /** Its value may hold a password and is not shown. */
    private static UserException unreadable(String variable) {
        return new UserException(
                "BAD_PROXY",
                "the variable " + variable + " is no address of a proxy",
                "it looks like http://proxy.example.com:3128; NO_PROXY lists hosts that are reached without it");
    }

    /** Its name is looked up when it is connected to, and for SOCKS by the one that connects. */
    Proxy proxy() {
        return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    }

    /** What it wants to hear, or {@code null}. */
    String authorization() {
        return user == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
