package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.Question;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.profile.ProjectFile;
import io.impsh.profile.ProjectFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project of the present directory: its {@code .impt.project}, read anew each time, and the sources beside it. */
final class Project {
    static final String DEVICE_FILE = BuildFiles.DEVICE;
    static final String AGENT_FILE = BuildFiles.AGENT;
    static final SourceNames USUAL_SOURCES = new SourceNames(DEVICE_FILE, AGENT_FILE);

    private final Path folder;
    private final ProjectFile file;

    /** That of the present directory. */
    Project() {
        this(ScriptFiles.path(""));
    }

    Project(Path folder) {
        this.folder = folder;
        this.file = new ProjectFile(folder);
    }

    boolean exists() {
        return file.isThere();
    }

    Content content() {
        if (!exists()) {
            throw new UserException(
                    "NO_PROJECT",
                    "there is no " + ProjectFile.NAME + " in this directory",
                    "project.create({product, name}) makes a group and the file, project.link(group) the file alone");
        }
        return file.read();
    }

    /** Read each time: the file does not say of which kind it is, and a change has to. */
    DeviceGroup group(Host host) {
        return host.directory().byId(EntityKinds.GROUP, groupId());
    }

    private String groupId() {
        String id = content().deviceGroupId();
        if (id == null) {
            throw new UserException(
                    "PROJECT_BROKEN", ProjectFile.NAME + " names no device group", "project.link(group) names one");
        }
        return id;
    }

    /** A name of a source that the file leaves out is the usual one. */
    String deviceFile() {
        return orElse(content().deviceFile(), DEVICE_FILE);
    }

    String agentFile() {
        return orElse(content().agentFile(), AGENT_FILE);
    }

    /** The two sources as they are now; both have to be there. */
    BuildSources sources() {
        return BuildSources.ofFiles(deviceFile(), agentFile());
    }

    /** Asks before a file that is there is replaced. */
    void confirmReplacing(Host host) {
        if (exists()) {
            host.confirmOrStop(new Question(
                    "There is a " + ProjectFile.NAME + " in this directory; it is replaced. Go on?",
                    List.of(ProjectFile.NAME),
                    1,
                    false));
        }
    }

    /** Names the group; source files that are missing are made, empty. */
    void link(DeviceGroup group, SourceNames sources, Host host) {
        DeviceGroupType type = group.groupType();
        if (!type.equals(DeviceGroupType.DEVELOPMENT) && !type.equals(DeviceGroupType.PRE_FACTORY)) {
            throw new UserException(
                    "REFUSED",
                    "a project belongs to a development or pre-factory group; " + group.name() + " is a " + type.kind()
                            + " group",
                    null);
        }
        write(group.id(), sources, host);
    }

    void rename(SourceNames sources, Host host) {
        write(content().deviceGroupId(), sources, host);
    }

    private void write(String groupId, SourceNames sources, Host host) {
        if (staysAsItIs(host)) {
            return;
        }
        makeIfMissing(sources.deviceFile());
        makeIfMissing(sources.agentFile());
        file.write(new Content(groupId, sources.deviceFile(), sources.agentFile()));
    }

    SourceNames sourceNames() {
        return new SourceNames(deviceFile(), agentFile());
    }

    /** A file that came with somebody else's checkout may name anything: only files beside it are removed. */
    void requireRemovableSources() {
        for (String source : List.of(deviceFile(), agentFile())) {
            Path here = folder.toAbsolutePath().normalize();
            Path path = here.resolve(source).normalize();
            boolean isInside = path.startsWith(here);
            if (!isInside || Files.isDirectory(path)) {
                throw new UserException(
                        "REFUSED",
                        ProjectFile.NAME + " names " + source + " as a source, which is "
                                + (isInside ? "a folder" : "not in this directory") + "; nothing was removed",
                        "project.remove() removes " + ProjectFile.NAME + " alone");
            }
        }
    }

    void remove(boolean sourcesToo, Host host) {
        if (staysAsItIs(host)) {
            return;
        }
        if (sourcesToo) {
            delete(deviceFile());
            delete(agentFile());
        }
        file.remove();
    }

    /** In a dry run nobody was asked, and what was made has a placeholder for an id. */
    private static boolean staysAsItIs(Host host) {
        if (host.isDryRun()) {
            host.io().notice("dry run: " + ProjectFile.NAME + " and the sources are left as they are");
        }
        return host.isDryRun();
    }

    private void makeIfMissing(String source) {
        try {
            if (!Files.exists(folder.resolve(source))) {
                Files.createFile(folder.resolve(source));
            }
        } catch (IOException failure) {
            throw ScriptFiles.cannot("write", source, failure);
        }
    }

    private void delete(String source) {
        try {
            Files.deleteIfExists(folder.resolve(source));
        } catch (IOException failure) {
            throw ScriptFiles.cannot("remove", source, failure);
        }
    }

    private static String orElse(String given, String preset) {
        return given == null ? preset : given;
    }
}
