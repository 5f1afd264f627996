package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Deployment;
import io.impsh.model.EntityRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a build into files. All are looked at before the first is written. */
final class BuildFiles {
    static final String DEVICE = "device.nut";
    static final String AGENT = "agent.nut";
    private static final String FACTS = "deployment.json";

    private BuildFiles() {}

    /** The names of the files, in the order written. */
    static List<String> save(Deployment build, String folder, Options options, Host host) {
        boolean deviceOnly = options.flag("deviceOnly");
        boolean agentOnly = options.flag("agentOnly");
        if (deviceOnly && agentOnly) {
            throw new UserException("USAGE", "saveTo takes deviceOnly or agentOnly, not both", null);
        }
        BuildSources codes = BuildSources.of(build, host);
        Map<Path, String> files = new LinkedHashMap<>();
        if (!agentOnly) {
            files.put(
                    file(folder, options, "deviceFile", DEVICE), codes.device().code());
        }
        if (!deviceOnly) {
            files.put(file(folder, options, "agentFile", AGENT), codes.agent().code());
        }
        if (!deviceOnly && !agentOnly) {
            files.put(ScriptFiles.path(folder).resolve(FACTS), host.values().json(facts(build)) + "\n");
        }
        int wanted = deviceOnly || agentOnly ? 1 : 3;
        if (files.size() < wanted) {
            throw new UserException("USAGE", "saveTo: the files need different names", null);
        }
        if (!options.flag("overwrite")) {
            files.forEach(BuildFiles::refuseIfDifferent);
        }
        write(ScriptFiles.path(folder), files);
        return files.keySet().stream().map(Path::toString).toList();
    }

    /** The two codes alone, into the present directory. */
    static List<String> saveCodes(BuildSources codes, String deviceFile, String agentFile, boolean overwrite) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(ScriptFiles.path(deviceFile), codes.device().code());
        files.put(ScriptFiles.path(agentFile), codes.agent().code());
        if (!overwrite) {
            files.forEach(BuildFiles::refuseIfDifferent);
        }
        write(ScriptFiles.path("."), files);
        return files.keySet().stream().map(Path::toString).toList();
    }

    private static Path file(String folder, Options options, String key, String preset) {
        String name = options.text(key);
        return ScriptFiles.path(folder).resolve(ScriptFiles.path(name == null ? preset : name));
    }

    private static void refuseIfDifferent(Path file, String content) {
        try {
            boolean same = !Files.exists(file)
                    || Files.isRegularFile(file)
                            && Arrays.equals(Files.readAllBytes(file), content.getBytes(StandardCharsets.UTF_8));
            if (!same) {
                throw new UserException(
                        "FILE", file + " is there already, and different", "{overwrite: true} replaces it");
            }
        } catch (IOException failure) {
            throw ScriptFiles.cannot("read", file.toString(), failure);
        }
    }

    private static void write(Path folder, Map<Path, String> files) {
        Path present = folder;
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, String> file : files.entrySet()) {
                present = file.getKey();
                WholeFile.write(present, file.getValue());
            }
        } catch (IOException failure) {
            throw ScriptFiles.cannot("write", present.toString(), failure);
        }
    }

    private static Map<String, Object> facts(Deployment build) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", build.id());
        facts.put("sha", build.sha());
        facts.put("description", build.description());
        facts.put("origin", build.origin());
        facts.put("tags", build.tags());
        facts.put("flagged", build.flagged());
        facts.put("createdAt", build.createdAt());
        facts.put("updatedAt", build.updatedAt());
        facts.put("group", pointer(build.group()));
        facts.put("product", pointer(build.product()));
        facts.put("owner", pointer(build.owner()));
        return facts;
    }

    private static Map<String, Object> pointer(EntityRef ref) {
        if (ref == null) {
            return null;
        }
        Map<String, Object> pointer = new LinkedHashMap<>();
        pointer.put("id", ref.id());
        pointer.put("type", ref.type());
        return pointer;
    }
}
