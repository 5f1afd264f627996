package io.impsh.script;

import io.impsh.bulk.Report;
import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Every type, member and global name of the script API, with its texts. Help, completion, argument errors and reference
 * pages are all made from it.
 */
public final class Registry {
    private static final String GLOBALS = "Globals";

    /** Most sessions need few of the types, and the texts of all take their time to make. */
    private final Map<String, Supplier<HostType<?>>> makers = new LinkedHashMap<>();

    private final Map<String, HostType<?>> types = new HashMap<>();
    private HostType<Host> globals;

    private synchronized Map<String, Supplier<HostType<?>>> makers() {
        if (makers.isEmpty()) {
            EntityKinds.ALL.forEach(kind -> makers.put(kind.typeName(), () -> EntityTypes.of(kind)));
            EntityKinds.ALL.forEach(kind -> makers.put(HostTypes.queryName(kind), () -> CollectionTypes.query(kind)));
            EntityKinds.ALL.stream()
                    .filter(kind -> HostTypes.collectionName(kind) != null)
                    .forEach(
                            kind -> makers.put(HostTypes.collectionName(kind), () -> CollectionTypes.collection(kind)));
            makers.put("Plan", PlanType::make);
            makers.put("Report", ReportType::make);
            makers.put("ReportItems", ReportItemsType::make);
            makers.put("Plans", PlansType::make);
            makers.put(ScriptsType.NAME, ScriptsType::make);
            makers.put(JournalledPlanType.NAME, JournalledPlanType::make);
            makers.put("BuildDiff", BuildDiff::type);
            makers.put("Logs", LogTypes::logs);
            makers.put("LogEntry", LogTypes::entry);
            makers.put("LogStream", LogStreamType::make);
            makers.put("HistoryEntry", HistoryTypes::entry);
            makers.put("Files", FilesType::type);
            makers.put("Console", Globals::consoleType);
            makers.put(SandboxVerbs.TYPE, SandboxVerbs::type);
            makers.put("Profile", Globals::profileType);
            makers.put("Project", ProjectType::make);
        }
        return makers;
    }

    <T extends Entity> HostType<Handle<T>> entityType(EntityKind<T> kind) {
        return type(kind.typeName());
    }

    <T extends Entity> HostType<Query<T>> queryType(EntityKind<T> kind) {
        return type(HostTypes.queryName(kind));
    }

    <T extends Entity> HostType<Query<T>> collectionType(EntityKind<T> kind) {
        return type(HostTypes.collectionName(kind));
    }

    HostType<MadePlan> planType() {
        return type("Plan");
    }

    HostType<Report> reportType() {
        return type("Report");
    }

    HostType<ReportItems> reportItemsType() {
        return type("ReportItems");
    }

    /** The global names; each member is a variable of every script. */
    synchronized HostType<Host> globals() {
        if (globals == null) {
            globals = Globals.type();
        }
        return globals;
    }

    /** The type of that name, or {@code null}; made when it is asked for the first time. */
    @SuppressWarnings("unchecked") // the caller knows the type by its name
    synchronized <T> HostType<T> type(String name) {
        if (name.equals(GLOBALS)) {
            return (HostType<T>) globals();
        }
        HostType<?> type = types.get(name);
        if (type == null && makers().containsKey(name)) {
            type = makers().get(name).get();
            types.put(name, type);
        }
        return (HostType<T>) type;
    }

    List<HostType<?>> types() {
        List<HostType<?>> all = new ArrayList<>();
        typeNames().forEach(name -> all.add(type(name)));
        return all;
    }

    /** What is documented of a type, or an empty list. */
    public List<MemberDoc> members(String typeName) {
        HostType<?> type = type(typeName);
        return type == null ? List.of() : type.docs();
    }

    public List<String> typeNames() {
        List<String> names = new ArrayList<>();
        names.add(GLOBALS);
        names.addAll(makers().keySet());
        return names;
    }
}
