package io.impsh.script;

import io.impsh.model.Entity;
import java.util.NoSuchElementException;
import org.graalvm.polyglot.proxy.ProxyIterable;
import org.graalvm.polyglot.proxy.ProxyIterator;

/** A query or a collection as scripts see it: its members, and <code>for (const x of query)</code>. */
final class QueryObject<T extends Entity> extends HostObject<Query<T>> implements ProxyIterable {
    QueryObject(HostType<Query<T>> type, Query<T> query, Host host) {
        super(type, query, host);
    }

    @Override
    public Object getIterator() {
        QueryRun<T> run = host().guarded(() -> self().run(host(), Query.FEW_PAGES));
        return new ProxyIterator() {
            @Override
            public boolean hasNext() {
                return host().guarded(run::hasNext);
            }

            @Override
            public Object getNext() throws NoSuchElementException {
                return host().guarded(() -> host().objects().entity(run.next()));
            }
        };
    }
}
