package io.impsh.script;

import java.nio.file.Files;

/** The script type of {@code files}. */
final class FilesType {
    private FilesType() {}

    static HostType<Host> type() {
        return new HostType<Host>("Files", "Reads and writes files; names are relative to the present directory.")
                .method(
                        "read",
                        "string",
                        "Gives the text of a file, read as UTF-8.",
                        "files.read('notes.txt')",
                        (self, call) -> ScriptFiles.read(call.string(0)),
                        Argument.required("file", "string", "which file").as(Wanted.FILE))
                .method(
                        "readJson",
                        "any",
                        "Gives what a JSON file holds.",
                        "files.readJson('data.json')",
                        (self, call) -> call.host().values().parseJson(ScriptFiles.read(call.string(0))),
                        Argument.required("file", "string", "which file").as(Wanted.FILE))
                .method(
                        "readCsv",
                        "Record<string, string>[]",
                        "Gives the rows of a CSV file as objects. The first line names the columns; all values are texts.",
                        "files.readCsv('devices.csv')",
                        (self, call) -> ScriptFiles.readCsv(call.string(0)),
                        Argument.required("file", "string", "which file").as(Wanted.FILE))
                .method(
                        "readToml",
                        "any",
                        "Gives what a TOML file holds. Its dates and times are texts.",
                        "files.readToml('webhooks.toml')",
                        (self, call) -> call.host().values().parseJson(ScriptFiles.readToml(call.string(0))),
                        Argument.required("file", "string", "which file").as(Wanted.FILE))
                .method(
                        "bundled",
                        "string",
                        "Gives the text of a file that comes with impsh. It is chart.js, which draws the charts of reports.",
                        "files.bundled('chart.js').length",
                        (self, call) -> ScriptFiles.bundled(call.string(0)),
                        Argument.required("name", "string", "chart.js"))
                .method(
                        "write",
                        "void",
                        "Writes a text to a file, or another value as JSON. A file that is there is replaced.",
                        "files.write('notes.txt', 'hello')",
                        (self, call) -> {
                            boolean ownerOnly = call.options(2).flag("ownerOnly");
                            ScriptFiles.write(call.string(0), call.value(1), ownerOnly, call.host());
                            return GuestValues.UNDEFINED;
                        },
                        Argument.required("file", "string", "which file").as(Wanted.FILE),
                        Argument.required("content", "any", "what to write"),
                        Argument.options(
                                "options",
                                Argument.optional(
                                        "ownerOnly",
                                        "boolean",
                                        "only you may read the file, as for secrets; it is replaced at once")))
                .method(
                        "append",
                        "void",
                        "Adds a text to the end of a file, which is made with its folder when it is not there.",
                        "files.append('notes.txt', 'hello\\n')",
                        (self, call) -> {
                            ScriptFiles.append(call.string(0), call.string(1));
                            return GuestValues.UNDEFINED;
                        },
                        Argument.required("file", "string", "which file").as(Wanted.FILE),
                        Argument.required("text", "string", "what to add"))
                .method(
                        "exists",
                        "boolean",
                        "Says whether there is a file or a folder of that name.",
                        "files.exists('notes.txt')",
                        (self, call) -> Files.exists(ScriptFiles.path(call.string(0))),
                        Argument.required("file", "string", "which file").as(Wanted.FILE));
    }
}
