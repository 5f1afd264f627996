package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.Question;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The global {@code project}: what the vendor's tool keeps in {@code .impt.project}. */
final class ProjectType {
    private static final Argument DEVICE_FILE = Argument.optional(
                    "deviceFile", "string", "the device's source; " + Project.DEVICE_FILE + " by default")
            .as(Wanted.FILE);
    private static final Argument AGENT_FILE = Argument.optional(
                    "agentFile", "string", "the agent's source; " + Project.AGENT_FILE + " by default")
            .as(Wanted.FILE);

    private ProjectType() {}

    static HostType<Project> make() {
        HostType<Project> type = new HostType<>(
                "Project",
                "The project of the present directory: the device group that its sources belong to, from"
                        + " .impt.project, the file of the vendor's tool.");
        addFacts(type);
        addFileVerbs(type);
        addBuildVerbs(type);
        return type.describedBy((project, host) -> project.exists() ? "[Project]" : "[no project here]")
                .json((project, call) -> json(project, call.host()));
    }

    private static void addFacts(HostType<Project> type) {
        type.property(
                        "exists",
                        "boolean",
                        "Whether there is an .impt.project here",
                        (project, host) -> project.exists())
                .property(
                        "deviceFile",
                        "string",
                        "File with the device's source",
                        (project, host) -> project.deviceFile())
                .property("agentFile", "string", "File with the agent's source", (project, host) -> project.agentFile())
                .relation("group", "DeviceGroup", "The device group", (project, host) -> host.objects()
                        .entity(project.group(host)))
                .relation("product", "Product", "The product of the group", (project, host) -> host.objects()
                        .related(project.group(host).product()));
    }

    private static void addFileVerbs(HostType<Project> type) {
        type.method(
                        "create",
                        "Project",
                        "Makes a development or pre-factory group and the .impt.project for it. Sources that are"
                                + " missing are made, empty. With createProduct the product is made if there is none of the name,"
                                + " with createTargets the targets of a pre-factory group. Asks before it replaces a"
                                + " file.",
                        "project.create({product: 'Thermostat', name: 'Bench'})",
                        (project, call) -> {
                            new ProjectCreation(project, call.host()).create(call.options(0));
                            return object(project, call.host());
                        },
                        ProjectCreation.OPTIONS)
                .method(
                        "link",
                        "Project",
                        "Makes an .impt.project for a group that is there already.",
                        "project.link('Line 1')",
                        (project, call) -> link(project, call),
                        DeviceVerbs.GROUP,
                        Argument.options("options", DEVICE_FILE, AGENT_FILE))
                .method(
                        "update",
                        "Project",
                        "Names other source files; missing ones are made, empty. The group itself is changed with"
                                + " project.group.update({…}).",
                        "project.link('Line 1').update({deviceFile: 'line.nut'})",
                        (project, call) -> {
                            Options changes = call.options(0);
                            changes.requireOne();
                            project.rename(SourceNames.read(changes, project.sourceNames()), call.host());
                            return object(project, call.host());
                        },
                        Argument.options(
                                "changes",
                                Argument.optional("deviceFile", "string", "the device's source")
                                        .as(Wanted.FILE),
                                Argument.optional("agentFile", "string", "the agent's source")
                                        .as(Wanted.FILE)))
                .method(
                        "remove",
                        "void",
                        "Removes the .impt.project, with files the two sources too. Asks first. The group stays:"
                                + " project.group.remove({builds: true, force: true}) plans its removal.",
                        "project.link('Line 1').remove({files: true})",
                        (project, call) -> remove(project, call.options(0).flag("files"), call.host()),
                        Argument.options("options", Argument.optional("files", "boolean", "remove the sources too")));
    }

    private static void addBuildVerbs(HostType<Project> type) {
        Argument build = Argument.options(
                "build",
                Argument.optional("description", "string", "what it is"),
                Argument.optional("origin", "string", "where it comes from; cannot be changed later"),
                Argument.optional("tags", "string[]", "made of A-Z, a-z, 0-9, _, -, * and ."),
                Argument.optional("flagged", "boolean", "whether it is safe from removal"));
        type.method(
                        "deploy",
                        "Deployment",
                        "Makes a build of the project's sources in its group. Nothing restarts.",
                        "project.link('Line 1').deploy({description: 'from the bench'})",
                        (project, call) -> deploy(project, call),
                        build)
                .method(
                        "download",
                        "string[]",
                        "Writes the code of a build, by default the group's current one, into the project's sources."
                                + " A source that is different is an error unless overwrite is said.",
                        "project.link('Line 1').download({overwrite: true})",
                        (project, call) -> download(project, call.options(0), call.host()),
                        Argument.options(
                                "options",
                                Argument.optional("build", "Deployment | string", "another build than the current one"),
                                Argument.optional("overwrite", "boolean", "replace sources that are different")));
    }

    private static Object link(Project project, Call call) {
        DeviceGroup group = DeviceVerbs.group(call);
        SourceNames sources = SourceNames.read(call.options(1), Project.USUAL_SOURCES);
        project.confirmReplacing(call.host());
        project.link(group, sources, call.host());
        return object(project, call.host());
    }

    private static Object remove(Project project, boolean files, Host host) {
        List<String> gone = new ArrayList<>(List.of(".impt.project"));
        if (files) {
            project.requireRemovableSources();
            gone.addAll(List.of(project.deviceFile(), project.agentFile()));
        }
        project.content();
        host.confirmOrStop(
                new Question("The project is removed from this directory. Go on?", gone, gone.size(), false));
        project.remove(files, host);
        return GuestValues.UNDEFINED;
    }

    private static Object deploy(Project project, Call call) {
        Options options = call.options(0);
        Host host = call.host();
        BuildSources sources = project.sources();
        return GroupBuildVerbs.deploy(project.group(host), sources, options, host);
    }

    private static Object download(Project project, Options options, Host host) {
        Deployment build = options.has("build")
                ? Identified.entity(EntityKinds.BUILD, options.value("build"), host)
                : current(project.group(host), host);
        return BuildFiles.saveCodes(
                BuildSources.of(build, host), project.deviceFile(), project.agentFile(), options.flag("overwrite"));
    }

    private static Deployment current(DeviceGroup group, Host host) {
        if (group.currentDeployment() == null) {
            throw new UserException("NOT_FOUND", group.name() + " has no build yet", "project.deploy()");
        }
        return host.directory()
                .byId(EntityKinds.BUILD, group.currentDeployment().id());
    }

    private static HostObject<Project> object(Project project, Host host) {
        return new HostObject<>(host.registry().<Project>type("Project"), project, host);
    }

    /** Asks for the names of group and product. */
    private static Object json(Project project, Host host) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exists", project.exists());
        if (project.exists()) {
            DeviceGroup group = project.group(host);
            json.put("group", group.name());
            json.put("product", host.directory().nameOf(group.product()));
            json.put("deviceFile", project.deviceFile());
            json.put("agentFile", project.agentFile());
        }
        return json;
    }
}
