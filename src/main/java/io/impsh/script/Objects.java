package io.impsh.script;

import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import java.util.Map;

/** Makes the objects that scripts see out of what stands behind them. */
final class Objects {
    private final Registry registry;
    private final Host host;

    Objects(Registry registry, Host host) {
        this.registry = registry;
        this.host = host;
    }

    <T extends Entity> EntityObject<T> entity(T entity) {
        EntityKind<T> kind = EntityKinds.of(entity);
        return entity(Handle.of(kind, entity));
    }

    <T extends Entity> EntityObject<T> entity(Handle<T> handle) {
        return new EntityObject<>(registry.entityType(handle.kind()), handle, host);
    }

    /** A lazy entity, or {@code null} when the pointer is unset; a pointer to an unknown kind is a plain object. */
    Object related(EntityRef ref) {
        if (ref == null) {
            return null;
        }
        return EntityKinds.of(ref).<Object>map(kind -> lazy(kind, ref)).orElseGet(() -> plain(ref));
    }

    private <T extends Entity> EntityObject<T> lazy(EntityKind<T> kind, EntityRef ref) {
        return entity(Handle.lazy(kind, ref));
    }

    private static Map<String, Object> plain(EntityRef ref) {
        return Map.of("type", ref.type(), "id", ref.id());
    }

    <T extends Entity> QueryObject<T> query(Query<T> query) {
        return new QueryObject<>(registry.queryType(query.kind()), query, host);
    }

    <T extends Entity> QueryObject<T> collection(EntityKind<T> kind) {
        return new QueryObject<>(registry.collectionType(kind), Query.all(kind), host);
    }

    HostObject<LogStream> logStream(LogStream stream) {
        return new HostObject<>(registry.<LogStream>type("LogStream"), stream, host);
    }

    HostObject<LogLine> logEntry(LogLine line) {
        return new HostObject<>(registry.<LogLine>type("LogEntry"), line, host);
    }

    HostObject<MadePlan> plan(Plan plan) {
        return plan(new MadePlan(plan, null));
    }

    /** @param selection what it changes was selected by */
    HostObject<MadePlan> plan(Plan plan, Query<?> selection) {
        return plan(new MadePlan(plan, selection));
    }

    HostObject<MadePlan> plan(MadePlan made) {
        host.planned(made.plan());
        return new HostObject<>(registry.planType(), made, host);
    }

    HostObject<JournalledPlan> journalled(JournalledPlan plan) {
        return new HostObject<>(registry.<JournalledPlan>type(JournalledPlanType.NAME), plan, host);
    }

    HostObject<Report> report(Report report) {
        return new HostObject<>(registry.reportType(), report, host);
    }
}
