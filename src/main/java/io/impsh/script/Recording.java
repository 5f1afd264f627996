package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was typed since somebody began to record, to be made a script of: one that can be run again, with other names.
 *
 * <p>Inputs that failed become comments, and those that only look around ({@code it}, {@code help(…)}) are left out. What
 * was shown is printed, the last value is the script's. Names of products, groups, devices and builds become parameters,
 * and so do secrets.
 */
public final class Recording {
    private final List<RecordedInput> inputs = new ArrayList<>();

    public void add(RecordedInput input) {
        inputs.add(input);
    }

    /** How many inputs succeeded. */
    public int count() {
        return (int) inputs.stream().filter(input -> input.failure() == null).count();
    }

    /** How many inputs failed. */
    public int failed() {
        return inputs.size() - count();
    }

    /**
     * @param isFree whether a parameter may be called so
     * @param isScript whether a text can be run as a script; what spoils it becomes a comment
     */
    public RecordedScript script(Predicate<String> isFree, Predicate<String> isScript) {
        RecordedScript all = script(inputs, 0, isFree);
        return isScript.test(all.body()) ? all : withoutUnfit(isFree, isScript);
    }

    private RecordedScript withoutUnfit(Predicate<String> isFree, Predicate<String> isScript) {
        List<RecordedInput> used = new ArrayList<>();
        int unfit = 0;
        for (RecordedInput input : inputs) {
            used.add(input);
            if (!isScript.test(script(used, unfit, isFree).body())) {
                used.set(used.size() - 1, input.unfit());
                unfit++;
            }
        }
        return script(used, unfit, isFree);
    }

    private RecordedScript script(List<RecordedInput> used, int unfit, Predicate<String> isFree) {
        Registry registry = new Registry();
        RecordedBody body = new RecordedBody(used, registry);
        RecordedParameters parameters = new RecordedParameters(body.text(), typed(), registry, isFree);
        return new RecordedScript(parameters.all(), parameters.body(), unfit, body.missing());
    }

    private String typed() {
        return inputs.stream().map(RecordedInput::text).collect(Collectors.joining("\n"));
    }
}
