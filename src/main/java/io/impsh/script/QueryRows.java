package io.impsh.script;

import io.impsh.model.Entity;
import java.util.Iterator;

/** The results of a query as rows. Each walk asks the service again, as the rows are taken. */
record QueryRows<T extends Entity>(Query<T> query, Host host) implements Iterable<Shown.Item> {
    @Override
    public Iterator<Shown.Item> iterator() {
        return over(query.run(host, Query.MANY_PAGES));
    }

    Iterator<Shown.Item> over(QueryRun<T> run) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                host.evaluation().check();
                return run.hasNext();
            }

            @Override
            public Shown.Item next() {
                return EntityItem.of(query.kind(), run.next(), query.columns(), host);
            }
        };
    }
}
