package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Report;
import io.impsh.model.Entity;
import io.impsh.model.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** Decides what a value of a script is, for those who show it. */
final class Display {
    private final Host host;
    private final String variable;

    Display(Host host) {
        this(host, "_");
    }

    /** @param variable where the user finds the value again */
    Display(Host host, String variable) {
        this.host = host;
        this.variable = variable;
    }

    Shown of(Value value) {
        if (value == null || Call.isUndefined(value)) {
            return new Shown.Nothing();
        } else if (value.isString()) {
            return new Shown.Text(value.asString());
        } else if (value.isNull() || value.isNumber() || value.isBoolean() || value.isInstant()) {
            return new Shown.Scalar(host.values().toJava(value));
        } else if (GuestValues.isError(value)) {
            return new Shown.Text(GuestValues.errorText(value));
        } else if (value.isProxyObject()) {
            return ofProxy(value.asProxyObject(), value);
        } else if (value.canExecute()) {
            return new Shown.Callable((value.canInstantiate() ? "function " : "") + GuestValues.functionName(value));
        } else if (value.hasArrayElements() && value.getArraySize() > 0) {
            return ofArray(value);
        }
        return EntityGroups.in(value)
                .<Shown>map(
                        counts -> new Shown.Groups(counts, () -> host.values().toJava(value)))
                .orElseGet(() -> tree(value));
    }

    private Shown tree(Value value) {
        try {
            return ofTree(host.values().toJava(value));
        } catch (UserException failure) {
            if (!failure.code().equals(GuestValues.TOO_LARGE)) {
                throw failure;
            }
            return new Shown.Tree(host.values().toShortened(value), failure);
        }
    }

    /** What has only a text, such as a pattern or a symbol, is no string that could be copied with its quotes. */
    private static Shown ofTree(Object tree) {
        return tree instanceof String text ? new Shown.Text(text) : new Shown.Tree(tree);
    }

    private Shown ofProxy(Object proxy, Value value) {
        if (proxy instanceof EntityObject<?> entity) {
            return one(entity.self());
        } else if (proxy instanceof QueryObject<?> query) {
            return Listings.of(query.self(), host);
        } else if (proxy instanceof NextPage) {
            return host.paging().next();
        } else if (proxy instanceof CountsObject counts) {
            return counts.shown();
        } else if (proxy instanceof HelpObject help) {
            return new Shown.Help(help.page());
        } else if (proxy instanceof BoundMethod<?> method) {
            return method.doc().name().equals("help")
                    ? new Shown.Help(host.help().overview())
                    : new Shown.Callable(method.doc().synopsis());
        } else if (proxy instanceof NamedFunction function) {
            return new Shown.Callable(function.name() + "()");
        } else if (proxy instanceof HostObject<?> object) {
            return ofHostObject(object);
        }
        return new Shown.Tree(host.values().toJava(value));
    }

    private Shown ofHostObject(HostObject<?> object) {
        if (object.self() instanceof MadePlan made) {
            host.used(made.plan());
            return new Shown.PlanShown(made.plan(), variable);
        } else if (object.self() instanceof Report report) {
            return new Shown.ReportShown(report);
        } else if (object.self() instanceof ReportItems items) {
            return ReportItemsType.shown(items);
        } else if (object.self() instanceof JournalledPlan journalled) {
            return new Shown.JournalledPlanShown(journalled);
        } else if (object.self() instanceof BuildDiff diff) {
            return new Shown.DiffShown(diff);
        } else if (object.self() instanceof LogStream stream && isStreaming(stream)) {
            return new Shown.Streaming(stream.announce(), variable, LogStreamType.json(stream));
        } else if (object.type().json() == null) {
            return new Shown.Help(host.help().page(object.type()));
        }
        return new Shown.Tree(host.values().toJava(Value.asValue(object.toJson())));
    }

    /** In a program one that has just begun counts even if it has had all its lines: they are the result. */
    private boolean isStreaming(LogStream stream) {
        return !stream.isOver() || !stream.isAnnounced() && !host.io().isAtPrompt();
    }

    private <T extends Entity> Shown one(Handle<T> handle) {
        return new Shown.One(
                handle.kind().typeName(),
                handle.kind().recordColumns(handle.entity(host)),
                EntityItem.of(handle, host));
    }

    private Shown ofArray(Value array) {
        List<LogLine> lines = elements(array, LogLine.class);
        if (!lines.isEmpty()) {
            boolean several = lines.stream().map(LogLine::label).distinct().count() > 1;
            return new Shown.LogLines(lines, several, false);
        }
        List<LogStream> streams = elements(array, LogStream.class);
        if (!streams.isEmpty()) {
            return LogStreamType.shown(streams);
        }
        List<JournalledPlan> plans = elements(array, JournalledPlan.class);
        if (!plans.isEmpty()) {
            return JournalledPlanType.shown(plans);
        }
        List<HistoryEntry> history = elements(array, HistoryEntry.class);
        return history.isEmpty() ? ofEntities(array) : HistoryTypes.shown(history, host);
    }

    /** What stands behind the elements, if that is of this type for all of them; else nothing. */
    private static <T> List<T> elements(Value array, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (long index = 0; index < array.getArraySize(); index++) {
            Value element = array.getArrayElement(index);
            if (!element.isProxyObject()
                    || !(element.asProxyObject() instanceof HostObject<?> object)
                    || !type.isInstance(object.self())) {
                return List.of();
            }
            found.add(type.cast(object.self()));
        }
        return found;
    }

    private Shown ofEntities(Value array) {
        List<Handle<?>> handles = new ArrayList<>();
        for (long index = 0; index < array.getArraySize(); index++) {
            Value element = array.getArrayElement(index);
            if (!element.isProxyObject()
                    || !(element.asProxyObject() instanceof EntityObject<?> entity)
                    || !handles.isEmpty()
                            && handles.get(0).kind() != entity.self().kind()) {
                return tree(array);
            }
            handles.add(entity.self());
        }
        return listing(handles);
    }

    @SuppressWarnings("unchecked") // all handles are of one kind
    private <T extends Entity> Shown listing(List<Handle<?>> handles) {
        EntityKind<T> kind = (EntityKind<T>) handles.get(0).kind();
        List<Handle<T>> same = new ArrayList<>();
        handles.forEach(handle -> same.add((Handle<T>) handle));
        return Listings.of(kind, same, host);
    }

    /** Rows for {@code table(rows, columns)}: entities, or plain objects. */
    Shown table(Value rows, List<String> columns) {
        if (rows.isProxyObject() || columns == null && of(rows) instanceof Shown.Listing) {
            Shown shown = of(rows);
            return shown instanceof Shown.Listing listing && columns != null
                    ? new Shown.Listing(listing.noun(), columns, columns, listing.items())
                    : shown;
        }
        Object tree = host.values().toJava(rows);
        List<Shown.Item> items = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Object row : tree instanceof List<?> list ? list : List.of(tree)) {
            Map<String, Object> map = asMap(row);
            map.keySet().stream().filter(key -> !found.contains(key)).forEach(found::add);
            items.add(new MapItem(map));
        }
        List<String> shown = columns != null ? columns : found;
        return new Shown.Listing(new Shown.Noun("row", "rows"), shown, shown, items);
    }

    @SuppressWarnings("unchecked") // trees have texts as keys
    private static Map<String, Object> asMap(Object row) {
        return row instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of("value", row == null ? "null" : row);
    }
}
