package io.impsh.api;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Tells OkHttp which proxy leads to a host and how to be let through. */
final class ProxyChoice extends ProxySelector implements Authenticator {
    private static final String AUTHORIZATION = "Proxy-Authorization";

    private final Proxies proxies;

    ProxyChoice(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI target) {
        ProxyAddress address = proxies.to(target);
        return List.of(address == null ? Proxy.NO_PROXY : address.proxy());
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {}

    /** What has been refused once is not said again: {@code null} gives up. */
    @Override
    public Request authenticate(Route route, Response response) {
        URI target = URI.create(route.address().url().toString());
        ProxyAddress address = proxies.to(target);
        boolean known = address != null && address.authorization() != null;
        if (!known || response.request().header(AUTHORIZATION) != null) {
            return null;
        }
        return response.request()
                .newBuilder()
                .header(AUTHORIZATION, address.authorization())
                .build();
    }
}
