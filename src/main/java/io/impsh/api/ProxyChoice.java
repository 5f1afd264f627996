package io.impsh.api;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Which proxy leads to a host: none to this machine itself, else what the JVM was told. */
final class ProxyChoice extends ProxySelector {
    @Override
    public List<Proxy> select(URI target) {
        ProxySelector told = ProxySelector.getDefault();
        return told == null || Endpoint.isLoopback(target.getHost()) ? List.of(Proxy.NO_PROXY) : told.select(target);
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {}
}
