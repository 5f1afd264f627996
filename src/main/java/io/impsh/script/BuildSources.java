package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.ApiError;
import io.impsh.api.CodeFinding;
import io.impsh.model.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two codes of a build to be, and what the user calls them.
 *
 * @param device what runs on the device
 * @param agent what runs in the cloud
 */
record BuildSources(Source device, Source agent) {
    /** Of a longer line an excerpt is made, so that a program on one line of megabytes can be told of, too. */
    private static final int LONG_LINE = 2000;

    /** @param name a file's name, or the option that held the code */
    record Source(String name, String code) {}

    /** Reads {@code deviceFile} or {@code deviceCode} and the same of the agent; nothing is sent before. */
    static BuildSources read(Options options, Host host) {
        BuildSources sources =
                new BuildSources(read(options, "deviceFile", "deviceCode"), read(options, "agentFile", "agentCode"));
        if (sources.device() == null && sources.agent() == null) {
            throw new UserException(
                    "USAGE",
                    "deploy needs code: deviceFile or deviceCode, agentFile or agentCode",
                    "deploy({deviceFile: 'device.nut', agentFile: 'agent.nut'})");
        }
        return new BuildSources(orEmpty(sources.device(), "device", host), orEmpty(sources.agent(), "agent", host));
    }

    /** Those of a build. A list need not bring the codes; then they are asked for: what is missing is not empty. */
    static BuildSources of(Deployment build, Host host) {
        boolean complete = build.deviceCode() != null && build.agentCode() != null;
        Deployment whole = complete ? build : host.client().deployments().get(build.id());
        if (whole.deviceCode() == null || whole.agentCode() == null) {
            throw new UserException(
                    "NO_CODE", "the service does not tell the code of the build " + BuildLookup.phrase(build), null);
        }
        return new BuildSources(
                new Source("deviceCode", whole.deviceCode()), new Source("agentCode", whole.agentCode()));
    }

    static BuildSources ofFiles(String deviceFile, String agentFile) {
        return new BuildSources(new Source(deviceFile, text(deviceFile)), new Source(agentFile, text(agentFile)));
    }

    private static Source read(Options options, String fileKey, String codeKey) {
        if (options.has(fileKey) && options.has(codeKey)) {
            throw new UserException("USAGE", "deploy takes " + fileKey + " or " + codeKey + ", not both", null);
        }
        if (options.has(fileKey)) {
            String file = options.text(fileKey);
            if (file == null || file.isEmpty()) {
                throw options.wrong(fileKey, "the name of a file");
            }
            return new Source(file, text(file));
        }
        if (!options.has(codeKey)) {
            return null;
        }
        String code = options.text(codeKey);
        if (code == null) {
            throw options.wrong(codeKey, "a string");
        }
        return new Source(codeKey, code);
    }

    private static String text(String file) {
        try {
            return Files.readString(ScriptFiles.path(file));
        } catch (IOException failure) {
            throw ScriptFiles.cannot("read", file, failure);
        }
    }

    private static Source orEmpty(Source given, String what, Host host) {
        if (given == null) {
            host.io().notice("no " + what + " code was given: the build's is empty");
        }
        return given == null ? new Source(what + "Code", "") : given;
    }

    /** What the compiler said, told in the user's names; empty when it is not about code. */
    List<CodeProblem> problems(List<ApiError> remarks) {
        List<CodeProblem> problems = new ArrayList<>();
        for (ApiError remark : remarks) {
            remark.findings().forEach(finding -> problems.add(problem(finding)));
        }
        return problems;
    }

    private CodeProblem problem(CodeFinding finding) {
        Source source = CodeFinding.AGENT.equals(finding.file()) ? agent : device;
        boolean isOurs = CodeFinding.AGENT.equals(finding.file()) || CodeFinding.DEVICE.equals(finding.file());
        return new CodeProblem(
                isOurs ? source.name() : String.valueOf(finding.file()),
                finding.row(),
                finding.column(),
                finding.type(),
                finding.text() == null ? "" : Directory.oneLine(finding.text()),
                isOurs ? line(source.code(), finding.row()) : null);
    }

    /** The line of that number, or {@code null}. */
    private static String line(String code, Long row) {
        if (row == null || row < 1) {
            return null;
        }
        try (Stream<String> lines = code.lines()) {
            return lines.skip(row - 1)
                    .findFirst()
                    .map(line -> line.length() > LONG_LINE ? null : line)
                    .orElse(null);
        }
    }
}
