package io.impsh.script;

import io.impsh.bulk.Question;
import io.impsh.model.Account;
import io.impsh.model.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The global names of every script. */
final class Globals {
    private Globals() {}

    static HostType<Host> type() {
        HostType<Host> type = new HostType<>("Globals", "The names that every script knows.");
        addObjects(type);
        addOutput(type);
        addQuestions(type);
        addRunning(type);
        WatchVerb.addTo(type);
        return type;
    }

    private static void addObjects(HostType<Host> type) {
        type.property("products", "Products", "The products of the account", (self, host) -> host.objects()
                        .collection(EntityKinds.PRODUCT))
                .property(
                        "deviceGroups",
                        "DeviceGroups",
                        "The device groups of the account",
                        (self, host) -> host.objects().collection(EntityKinds.GROUP))
                .property("groups", "DeviceGroups", "Short for deviceGroups", (self, host) -> host.objects()
                        .collection(EntityKinds.GROUP))
                .property(
                        "devices",
                        "Devices",
                        "The devices of the account, assigned or not",
                        (self, host) -> host.objects().collection(EntityKinds.DEVICE))
                .property(
                        "deployments",
                        "Deployments",
                        "The builds of the account: the code that its groups got",
                        (self, host) -> host.objects().collection(EntityKinds.BUILD))
                .property("builds", "Deployments", "Short for deployments", (self, host) -> host.objects()
                        .collection(EntityKinds.BUILD))
                .property(
                        "webhooks",
                        "Webhooks",
                        "The webhooks of the account's device groups",
                        (self, host) -> host.objects().collection(EntityKinds.WEBHOOK))
                .property("loginKeys", "LoginKeys", "The login keys of your account", (self, host) -> host.objects()
                        .collection(EntityKinds.LOGIN_KEY))
                .property(
                        "libraries",
                        "Libraries",
                        "The published libraries that sources may #require",
                        (self, host) -> host.objects().collection(EntityKinds.LIBRARY))
                .property(
                        "accounts",
                        "Accounts",
                        "Your own account and those you collaborate with",
                        (self, host) -> host.objects().collection(EntityKinds.ACCOUNT))
                .property("me", "Account", "Your own account", (self, host) -> host.objects()
                        .entity(Handle.lazy(EntityKinds.ACCOUNT, new EntityRef(Account.TYPE, "me"))))
                .property(
                        "logs",
                        "Logs",
                        "Stored logs and log streams",
                        (self, host) -> new HostObject<>(host.registry().<Host>type("Logs"), host, host))
                .property(
                        "plans",
                        "Plans",
                        "The plans that were applied: their journals",
                        (self, host) -> new HostObject<>(host.registry().<Host>type("Plans"), host, host))
                .property(
                        "scripts",
                        ScriptsType.NAME,
                        "The saved scripts there are",
                        (self, host) -> new HostObject<>(host.registry().<Host>type(ScriptsType.NAME), host, host))
                .property(
                        "it",
                        "void",
                        "The next page of the list that was shown last: enter it alone at the prompt; _ stays the list",
                        (self, host) -> new NextPage())
                .property(
                        "profile",
                        "Profile",
                        "What this session is connected to",
                        (self, host) ->
                                new HostObject<>(host.registry().<SessionProfile>type("Profile"), host.profile(), host))
                .property(
                        SandboxVerbs.GLOBAL,
                        SandboxVerbs.TYPE,
                        "The sandbox itself, beside the cloud that it plays; with --sandbox, or connected to one",
                        (self, host) -> SandboxVerbs.of(host))
                .property(
                        "project",
                        "Project",
                        "The project of the present directory: its .impt.project",
                        (self, host) -> new HostObject<>(host.registry().<Project>type("Project"), new Project(), host))
                .property(
                        "files",
                        "Files",
                        "Reads and writes files",
                        (self, host) -> new HostObject<>(host.registry().<Host>type("Files"), host, host))
                .property(
                        "console",
                        "Console",
                        "log and info print results; warn and error tell the user, on standard error",
                        (self, host) -> new HostObject<>(host.registry().<Host>type("Console"), host, host));
    }

    private static void addOutput(HostType<Host> type) {
        type.method(
                        "help",
                        "HelpPage",
                        "Tells about a value, a method, or a name given as a string.",
                        "help(devices.where)",
                        (host, call) -> host.help().about(call.value(0)),
                        Argument.optional("topic", "any", "what to tell about").as(Wanted.TOPIC))
                .method(
                        "print",
                        "void",
                        "Prints values as results; several on one line.",
                        "print('hello', 1 + 1)",
                        (host, call) -> printed(host, call),
                        Argument.optional("...values", "any[]", "what to print"))
                .method(
                        "table",
                        "void",
                        "Prints rows as a table. The columns are the keys of the objects, unless named.",
                        "table([{line: 1, devices: 75}, {line: 2, devices: 50}])",
                        (host, call) -> {
                            host.io().print(new Display(host).table(call.value(0), columns(call)));
                            return GuestValues.UNDEFINED;
                        },
                        Argument.required("rows", "any[] | Query", "an array of objects, or a query"),
                        Argument.optional("columns", "string[]", "which columns, in that order; all by default"))
                .method(
                        "json",
                        "string",
                        "Makes a JSON text of a value. Entities have what -o json prints of them.",
                        "json({a: 1})",
                        (host, call) -> host.values().json(call.value(0)),
                        Argument.required("value", "any", "what to write"))
                .method(
                        "csv",
                        "void",
                        "Writes rows to a CSV file. Its first line names the columns; a file that is there is replaced.",
                        "csv([{name: 'a', count: 1}], 'counts.csv')",
                        (host, call) -> {
                            ScriptFiles.writeCsv(call.value(0), call.string(1), CsvOptions.cells(call, 2), host);
                            return GuestValues.UNDEFINED;
                        },
                        Argument.required("rows", "any[] | Query", "an array of objects, or a query"),
                        Argument.required("file", "string", "where to write").as(Wanted.FILE),
                        CsvOptions.argument());
    }

    private static List<String> columns(Call call) {
        if (!call.has(1)) {
            return null;
        }
        Value columns = call.value(1);
        if (!columns.hasArrayElements()) {
            throw call.wrong(1, "an array of names");
        }
        List<String> names = new ArrayList<>();
        for (long index = 0; index < columns.getArraySize(); index++) {
            names.add(columns.getArrayElement(index).asString());
        }
        return names;
    }

    private static Object printed(Host host, Call call) {
        host.io().print(Printing.of(call.values(), host));
        return GuestValues.UNDEFINED;
    }

    private static void addQuestions(HostType<Host> type) {
        type.method(
                        "confirm",
                        "boolean",
                        "Asks a yes-or-no question. --yes answers yes; where nobody can be asked it is an error with exit code 6.",
                        "confirm('Go on?')",
                        (host, call) -> host.confirm(new Question(call.string(0), List.of(), 0, false)),
                        Argument.required("question", "string", "what to ask"))
                .method(
                        "ask",
                        "string",
                        "Asks for a line of text. Where nobody can be asked it is an error with exit code 6.",
                        "ask('Which line?', 'Line 1')",
                        (host, call) -> host.io().ask(call.string(0), call.stringOr(1, null)),
                        Argument.required("question", "string", "what to ask"),
                        Argument.optional("preset", "string", "what an empty answer means"));
    }

    private static void addRunning(HostType<Host> type) {
        type.method(
                        "run",
                        "any",
                        "Runs a saved script and gives its result. What it declares does not stay.",
                        "run('bulk-reassign', {from: 'Line 1', to: 'Line 2', limit: 2})",
                        (host, call) -> host.scriptRuns().run(call.string(0), call.value(1)),
                        Argument.required("name", "string", "a script of the library, or a file with ./ or .js")
                                .as(Wanted.SCRIPT),
                        Argument.optional("parameters", "object", "its parameters by name")
                                .as(Wanted.PARAMETERS))
                .method(
                        "load",
                        "any",
                        "Evaluates a file as if it were typed here; what it declares stays. A name that begins with lib/ is a piece that scripts share: what it declares stays inside, and its last expression is the value.",
                        "load('setup.js')",
                        (host, call) -> host.scriptRuns().load(call.string(0)),
                        Argument.required("file", "string", "which file").as(Wanted.FILE))
                .method(
                        "sleep",
                        "void",
                        "Waits. Ctrl-C ends it; a dry run does not wait.",
                        "sleep(0.1)",
                        (host, call) -> {
                            sleep(host, call.number(0));
                            return GuestValues.UNDEFINED;
                        },
                        Argument.required("seconds", "number", "how long; 0.5 is half a second"))
                .method(
                        "exit",
                        "never",
                        "Ends the program or the shell with an exit code.",
                        "exit(0)",
                        (host, call) -> {
                            host.evaluation().exit(call.has(0) ? call.wholeNumber(0) : 0);
                            return null;
                        },
                        Argument.optional("code", "number", "0 by default"));
    }

    private static void sleep(Host host, double seconds) {
        if (host.isConnected() && host.isDryRun()) {
            return;
        }
        host.pause(host.evaluation().cancellation(), seconds, () -> false);
        host.evaluation().check();
    }

    static HostType<Host> consoleType() {
        HostType<Host> type =
                new HostType<>("Console", "The console: log and info print results, warn and error notices.");
        for (String name : List.of("log", "info")) {
            type.method(
                    name,
                    "void",
                    "Prints values as results.",
                    "console." + name + "('hello')",
                    (host, call) -> printed(host, call),
                    Argument.optional("...values", "any[]", "what to print"));
        }
        for (String name : List.of("warn", "error")) {
            type.method(
                    name,
                    "void",
                    "Tells the user something that is no result, on standard error.",
                    "console." + name + "('careful')",
                    (host, call) -> {
                        host.io().notice(Printing.text(call.values(), host));
                        return GuestValues.UNDEFINED;
                    },
                    Argument.optional("...values", "any[]", "what to tell"));
        }
        return type;
    }

    static HostType<SessionProfile> profileType() {
        return new HostType<SessionProfile>("Profile", "What this session is connected to.")
                .property(
                        "name",
                        "string",
                        "The profile's name, as in config.toml; sandbox with --sandbox",
                        (profile, host) -> profile.name())
                .property(
                        "endpoint", "string", "The service's base URL, with /v5", (profile, host) -> profile.endpoint()
                                .toString())
                .property(
                        "production",
                        "boolean | null",
                        "Whether it is a production account; null when the profile does not say",
                        (profile, host) -> profile.production())
                .property(
                        "readOnly",
                        "boolean",
                        "Whether every change is refused now",
                        (profile, host) -> profile.readOnly())
                .property(
                        "unlockedUntil",
                        "Date | null",
                        "When a production profile locks itself again; null when it is locked, or does not",
                        (profile, host) -> profile.lock().unlockedUntil())
                .property(
                        "dryRun",
                        "boolean",
                        "Whether nothing is changed: each write is shown, none is sent, and there is nothing to wait for",
                        (profile, host) -> profile.dryRun())
                .describedBy(SessionProfile::name)
                .json((profile, call) -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("name", profile.name());
                    json.put("endpoint", profile.endpoint().toString());
                    json.put("production", profile.production());
                    json.put("readOnly", profile.readOnly());
                    json.put("unlockedUntil", profile.lock().unlockedUntil());
                    json.put("dryRun", profile.dryRun());
                    return json;
                });
    }
}
