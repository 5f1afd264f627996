package io.impsh.script;

import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import io.impsh.model.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every type, member and global name of the script API, with its texts. Help, completion, argument errors and reference
 * pages are all made from it.
 */
public final class Registry {
    private final Map<String, HostType<?>> types = new LinkedHashMap<>();
    private final Map<EntityKind<?>, HostType<?>> entityTypes = new LinkedHashMap<>();
    private final Map<EntityKind<?>, HostType<?>> queryTypes = new LinkedHashMap<>();
    private final Map<EntityKind<?>, HostType<?>> collectionTypes = new LinkedHashMap<>();
    private final HostType<Plan> planType;
    private final HostType<Report> reportType;
    private final HostType<ReportItems> reportItemsType;
    private final HostType<Host> globals;

    public Registry() {
        globals = add(Globals.type());
        EntityTypes.all().forEach((kind, type) -> entityTypes.put(kind, add(type)));
        CollectionTypes.queries().forEach((kind, type) -> queryTypes.put(kind, add(type)));
        CollectionTypes.collections().forEach((kind, type) -> collectionTypes.put(kind, add(type)));
        planType = add(PlanTypes.plan());
        reportType = add(PlanTypes.report());
        reportItemsType = add(PlanTypes.reportItems());
        add(Globals.filesType());
        add(Globals.consoleType());
        add(Globals.profileType());
    }

    private <T> HostType<T> add(HostType<T> type) {
        types.put(type.name(), type);
        return type;
    }

    @SuppressWarnings("unchecked") // each kind was put in with its own type
    <T extends Entity> HostType<Handle<T>> entityType(EntityKind<T> kind) {
        return (HostType<Handle<T>>) entityTypes.get(kind);
    }

    @SuppressWarnings("unchecked") // each kind was put in with its own type
    <T extends Entity> HostType<Query<T>> queryType(EntityKind<T> kind) {
        return (HostType<Query<T>>) queryTypes.get(kind);
    }

    @SuppressWarnings("unchecked") // each kind was put in with its own type
    <T extends Entity> HostType<Query<T>> collectionType(EntityKind<T> kind) {
        return (HostType<Query<T>>) collectionTypes.get(kind);
    }

    HostType<Plan> planType() {
        return planType;
    }

    HostType<Report> reportType() {
        return reportType;
    }

    HostType<ReportItems> reportItemsType() {
        return reportItemsType;
    }

    /** The global names; each member is a variable of every script. */
    HostType<Host> globals() {
        return globals;
    }

    @SuppressWarnings("unchecked") // the caller knows the type by its name
    <T> HostType<T> type(String name) {
        return (HostType<T>) types.get(name);
    }

    Collection<HostType<?>> types() {
        return types.values();
    }

    /** What is documented of a type, or an empty list. */
    public List<MemberDoc> members(String typeName) {
        return Optional.ofNullable(types.get(typeName)).map(HostType::docs).orElse(List.of());
    }

    public List<String> typeNames() {
        return List.copyOf(types.keySet());
    }
}
