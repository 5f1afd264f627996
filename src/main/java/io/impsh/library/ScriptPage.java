package io.impsh.library;

import io.impsh.script.HelpPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of help of a saved script at the prompt, made from its header; {@link ScriptHelp} is that of the command line. */
final class ScriptPage {
    private ScriptPage() {}

    static HelpPage of(SavedScript script) {
        List<HelpPage.Section> sections = new ArrayList<>();
        if (!script.header().parameters().isEmpty()) {
            sections.add(new HelpPage.Section(
                    "Parameters",
                    script.header().parameters().stream().map(ScriptPage::entry).toList()));
        }
        if (!script.header().examples().isEmpty()) {
            sections.add(new HelpPage.Section(
                    "On the command line",
                    script.header().examples().stream()
                            .map(example -> new HelpPage.Entry(example, ""))
                            .toList()));
        }
        return new HelpPage(
                script.name(),
                synopsis(script),
                String.join("\n\n", script.header().description()),
                sections,
                null);
    }

    private static String synopsis(SavedScript script) {
        List<String> names =
                script.header().parameters().stream().map(Parameter::name).toList();
        return "run('" + script.name() + "'" + (names.isEmpty() ? "" : ", {" + String.join(", ", names) + "}") + ")";
    }

    private static HelpPage.Entry entry(Parameter parameter) {
        String type = parameter.choices().isEmpty()
                ? parameter.type().name().toLowerCase(Locale.ROOT)
                : String.join("|", parameter.choices());
        String text = type + (parameter.repeated() ? "[]: " : ": ") + parameter.description();
        String preset = parameter.preset() == null ? "" : " (" + parameter.preset() + " unless given)";
        return new HelpPage.Entry(parameter.name(), text + (parameter.required() ? " (required)" : preset));
    }
}
