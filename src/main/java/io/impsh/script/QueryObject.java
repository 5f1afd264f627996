package io.impsh.script;

import io.impsh.model.Entity;
import java.util.NoSuchElementException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyIterable;
import org.graalvm.polyglot.proxy.ProxyIterator;

/**
 * A query or a collection as scripts see it: its members, and <code>for (const x of query)</code>.
 *
 * <p>JavaScript does not tell a proxy's iterator that a loop was left early; what is walked then would be read to its
 * end before the next write. So JavaScript gets an iterator of its own kind: see {@link #defineIterator}.
 */
final class QueryObject<T extends Entity> extends HostObject<Query<T>> implements ProxyIterable {
    QueryObject(HostType<Query<T>> type, Query<T> query, Host host) {
        super(type, query, host);
    }

    private static final Source ITERATOR =
            Source.newBuilder("js", """
                    (query, open) => Object.defineProperty(Object.getPrototypeOf(query), Symbol.iterator, {value() {
                        const step = open(this);
                        return {
                            next() { const value = step(); return {value, done: value === undefined}; },
                            return(value) { step('close'); return {value, done: true}; },
                            [Symbol.iterator]() { return this; }
                        };
                    }})
                    """, "iterator").internal(true).buildLiteral();

    /** Makes the queries of a new context iterable in JavaScript's way; all of them share one prototype. */
    static void defineIterator(Context context, Host host) {
        ProxyExecutable open = arguments -> ((QueryObject<?>) arguments[0].asProxyObject()).steps();
        // One of no type will do to find the prototype, and costs no time at the start.
        context.eval(ITERATOR).execute(new QueryObject<>(null, null, host), open);
    }

    /** Without arguments the next entity, or {@code undefined} at the end; with one it gives up. */
    private ProxyExecutable steps() {
        QueryRun<T> run = host().guarded(() -> self().run(host(), Query.FEW_PAGES));
        return arguments -> {
            if (arguments.length > 0) {
                run.close();
                return null;
            }
            return host().guarded(() -> host().values()
                    .toGuest(run.hasNext() ? host().objects().entity(run.next()) : GuestValues.UNDEFINED));
        };
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
