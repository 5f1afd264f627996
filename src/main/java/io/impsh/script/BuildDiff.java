package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Deployment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is different between the codes of two builds, file by file. */
public record BuildDiff(List<FileDiff> files) {
    /**
     * Of one file.
     *
     * @param name {@code device.nut} or {@code agent.nut}
     * @param lines a unified diff with its two lines of heading; empty when there is no difference
     */
    public record FileDiff(String name, List<String> lines) {
        public boolean isSame() {
            return lines.isEmpty();
        }
    }

    static BuildDiff of(Deployment from, Deployment to, Host host) {
        BuildSources left = BuildSources.of(from, host);
        BuildSources right = BuildSources.of(to, host);
        String leftLabel = "\t" + BuildLookup.label(from);
        String rightLabel = "\t" + BuildLookup.label(to);
        return new BuildDiff(List.of(
                file(BuildFiles.DEVICE, left.device(), leftLabel, right.device(), rightLabel),
                file(BuildFiles.AGENT, left.agent(), leftLabel, right.agent(), rightLabel)));
    }

    /** From a build to the files that the options name. */
    static BuildDiff ofFiles(Deployment from, Options files, Host host) {
        if (!files.has("deviceFile") && !files.has("agentFile")) {
            throw new UserException("USAGE", "diffFiles needs deviceFile or agentFile", null);
        }
        BuildSources codes = BuildSources.of(from, host);
        String label = "\t" + BuildLookup.label(from);
        List<FileDiff> compared = new ArrayList<>();
        if (files.has("deviceFile")) {
            compared.add(file(BuildFiles.DEVICE, codes.device(), label, ofFile(files, "deviceFile")));
        }
        if (files.has("agentFile")) {
            compared.add(file(BuildFiles.AGENT, codes.agent(), label, ofFile(files, "agentFile")));
        }
        return new BuildDiff(List.copyOf(compared));
    }

    private static FileDiff file(String name, BuildSources.Source left, String leftLabel, BuildSources.Source right) {
        return new FileDiff(name, UnifiedDiff.of(name + leftLabel, left.code(), right.name(), right.code()));
    }

    private static BuildSources.Source ofFile(Options files, String key) {
        String file = files.text(key);
        if (file == null) {
            throw files.wrong(key, "the name of a file");
        }
        return new BuildSources.Source(Directory.oneLine(file), ScriptFiles.read(file));
    }

    private static FileDiff file(
            String name, BuildSources.Source left, String leftLabel, BuildSources.Source right, String rightLabel) {
        return new FileDiff(name, UnifiedDiff.of(name + leftLabel, left.code(), name + rightLabel, right.code()));
    }

    public boolean isSame() {
        return files.stream().allMatch(FileDiff::isSame);
    }

    /** Of {@code device.nut} or {@code agent.nut}; empty when there is no difference. */
    String text(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name) && !file.isSame())
                .map(file -> String.join("\n", file.lines()) + "\n")
                .findFirst()
                .orElse("");
    }

    String text() {
        return text(BuildFiles.DEVICE) + text(BuildFiles.AGENT);
    }

    static HostType<BuildDiff> type() {
        return new HostType<BuildDiff>("BuildDiff", "What is different between the codes of two builds.")
                .property("same", "boolean", "Whether nothing is different", (diff, host) -> diff.isSame())
                .property(
                        "device",
                        "string",
                        "Unified diff of the device's code; empty without a difference",
                        (diff, host) -> diff.text(BuildFiles.DEVICE))
                .property(
                        "agent",
                        "string",
                        "Unified diff of the agent's code; empty without a difference",
                        (diff, host) -> diff.text(BuildFiles.AGENT))
                .describedBy(diff -> diff.text())
                .json((diff, call) -> diff.tree());
    }

    /** What {@code -o json} shows. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("same", isSame());
        tree.put("device", text(BuildFiles.DEVICE));
        tree.put("agent", text(BuildFiles.AGENT));
        return tree;
    }
}
