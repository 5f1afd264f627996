package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.ApiError;
import io.impsh.api.ApiException;
import io.impsh.api.CreatedDeployment;
import io.impsh.api.NewDeployment;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Makes builds: sends the code, tells what the compiler says, remembers that groups have changed. */
final class NewBuild {
    private static final int SHOWN_WARNINGS = 20;

    private final Host host;

    NewBuild(Host host) {
        this.host = host;
    }

    /** Sent once; nothing restarts. */
    Object deploy(DeviceGroup group, NewDeployment wanted, BuildSources sources) {
        host.beforeWrite();
        CreatedDeployment made;
        try {
            made = host.client().deployments().create(wanted);
        } catch (ApiException refused) {
            List<CodeProblem> problems = sources.problems(refused.errors());
            throw problems.isEmpty() ? refused : new CompileFailure(group.name(), problems, refused);
        }
        tell(made.warnings(), sources);
        host.directory().changed(EntityKinds.GROUP);
        return ProductVerbs.made(EntityKinds.BUILD, made.deployment(), host);
    }

    private void tell(List<ApiError> warnings, BuildSources sources) {
        List<String> lines = new ArrayList<>();
        for (ApiError warning : warnings) {
            List<CodeProblem> problems = sources.problems(List.of(warning));
            problems.forEach(problem -> lines.add(problem.line()));
            if (problems.isEmpty()) {
                lines.add(warning.text());
            }
        }
        lines.stream().limit(SHOWN_WARNINGS).forEach(line -> host.io().notice("warning: " + line));
        if (lines.size() > SHOWN_WARNINGS) {
            host.io().notice("and " + (lines.size() - SHOWN_WARNINGS) + " more warnings");
        }
    }

    /** Tags, checked before they are sent. */
    static List<String> tags(Iterable<Value> given, String method) {
        List<String> tags = new ArrayList<>();
        for (Value tag : given) {
            if (!tag.isString()) {
                throw new UserException("USAGE", method + ": a tag is a string", null);
            }
            if (!BuildLookup.TAG_FORM.matcher(tag.asString()).matches()) {
                throw new UserException(
                        "USAGE",
                        "'" + Directory.oneLine(tag.asString()) + "' cannot be a tag",
                        "a tag is made of A-Z, a-z, 0-9, _, -, * and .");
            }
            if (!tags.contains(tag.asString())) {
                tags.add(tag.asString());
            }
        }
        return tags;
    }

    /** The elements of an option that is an array; {@code null} when it was not given. */
    static List<String> tags(Options options, String method) {
        if (!options.has("tags")) {
            return null;
        }
        Value array = options.value("tags");
        if (!array.hasArrayElements()) {
            throw options.wrong("tags", "an array of strings");
        }
        return tags(elements(array), method);
    }

    static List<Value> elements(Value array) {
        List<Value> elements = new ArrayList<>();
        for (long index = 0; index < array.getArraySize(); index++) {
            elements.add(array.getArrayElement(index));
        }
        return elements;
    }
}
