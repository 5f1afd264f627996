package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Entity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** Runs files and saved scripts inside a session; each sees its own {@code params} and {@code args}. */
final class ScriptRuns {
    /** Begins the names of the pieces that scripts share. */
    private static final String PIECES = "lib/";

    private final Host host;
    private final JsEngine engine;
    private Map<String, Object> parameters = Map.of();
    private List<String> arguments = List.of();
    /** Where the script is that runs now; {@code null} for inputs. */
    private Path folder;
    /** How many scripts run within each other; none while an input is evaluated. */
    private int depth;

    ScriptRuns(Host host, JsEngine engine) {
        this.host = host;
        this.engine = engine;
    }

    /** {@code run(name, {…})}. */
    Value run(String name, Value given) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (given != null) {
            if (!given.hasMembers() || given.hasArrayElements()) {
                throw new UserException("USAGE", "run takes the parameters as an object", "run('name', {key: value})");
            }
            for (String key : given.getMemberKeys()) {
                values.put(key, parameter(given.getMember(key)));
            }
        }
        Input.Giver giver = depth > 0 ? Input.Giver.SCRIPT : Input.Giver.TYPED;
        return saved(new Input.Saved(name, values, List.of(), giver));
    }

    private Object parameter(Value value) {
        if (value.isProxyObject() && value.asProxyObject() instanceof EntityObject<?> entity) {
            return entity.self().entity(host);
        }
        if (value.hasArrayElements()) {
            List<Object> list = new ArrayList<>();
            for (long index = 0; index < value.getArraySize(); index++) {
                list.add(parameter(value.getArrayElement(index)));
            }
            return list;
        }
        return host.values().toJava(value);
    }

    Value saved(Input.Saved wanted) {
        if (host.scripts() == null) {
            throw new UserException("USAGE", "there are no saved scripts here", null);
        }
        SavedScripts.Prepared script = host.scripts().prepare(wanted, resolving(), host.io());
        return within(script);
    }

    private EntityLookup resolving() {
        return (kind, identifier) -> {
            Entity entity = host.directory().resolve(kind, identifier);
            host.evaluation().check();
            return entity;
        };
    }

    Value file(String name, String text, List<String> args) {
        return within(new SavedScripts.Prepared(name, text, ScriptFiles.folderOf(name), Map.of(), args));
    }

    private Value within(SavedScripts.Prepared script) {
        Map<String, Object> outer = parameters;
        List<String> outerArguments = arguments;
        Path outerFolder = folder;
        folder = script.folder();
        depth++;
        expose(script.parameters(), script.args());
        try {
            return engine.evaluateFile(script.text(), script.sourceName());
        } finally {
            depth--;
            folder = outerFolder;
            expose(outer, outerArguments);
        }
    }

    private void expose(Map<String, Object> values, List<String> args) {
        parameters = values;
        arguments = args;
        engine.setGlobal("params", host.values().toGuest(values));
        engine.setGlobal("args", host.values().toGuest(args));
    }

    /** {@code load(file)}: as if its text were typed; but a shared piece keeps to itself what it declares. */
    Value load(String file) {
        if (!file.startsWith(PIECES)) {
            return engine.evaluate(ScriptFiles.read(file), file, 1);
        }
        if (host.scripts() == null) {
            throw new UserException("USAGE", "there are no saved scripts here, so there is no " + file, null);
        }
        SavedScripts.Piece piece = host.scripts().piece(file, folder);
        return engine.evaluateFile(piece.text(), piece.sourceName());
    }
}
