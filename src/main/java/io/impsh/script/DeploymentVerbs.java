package io.impsh.script;

import io.impsh.api.NewDeployment;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** What can be done with builds. */
final class DeploymentVerbs {
    static final Argument TAGS = Argument.required("...tags", "string[]", "made of A-Z, a-z, 0-9, _, -, * and .");
    static final Argument COPY = Argument.options(
            "options",
            Argument.optional("all", "boolean", "description, origin, tags and flag too, not the code alone"));
    static final Argument FORCE =
            Argument.options("options", Argument.optional("force", "boolean", "unflag it first if it is flagged"));

    private DeploymentVerbs() {}

    static HostType<Handle<Deployment>> addTo(HostType<Handle<Deployment>> type) {
        addChanges(type);
        addFiles(type);
        return type.method(
                "remove",
                "void",
                "Removes the build. A flagged one is refused unless force unflags it; so are a group's minimum"
                        + " supported build and all newer ones. Asks first.",
                "deployments.where({zombie: true}).first().remove({force: true})",
                (build, call) -> new BuildRemoval(build, call.host())
                        .remove(call.options(0).flag("force")),
                FORCE);
    }

    private static void addChanges(HostType<Handle<Deployment>> type) {
        type.method(
                        "copyTo",
                        "Deployment",
                        "Deploys the same code to a group; nothing restarts.",
                        "deployments.first().copyTo('Line 2', {all: true})",
                        (build, call) -> copy(
                                build.entity(call.host()),
                                DeviceVerbs.group(call),
                                call.options(1).flag("all"),
                                call.host()),
                        DeviceVerbs.GROUP,
                        COPY)
                .method(
                        "flag",
                        "Deployment",
                        "Makes the build safe from removal: a flagged one is not removed without force.",
                        "deployments.first().flag()",
                        (build, call) -> change(build, Map.of("flagged", true), call.host()))
                .method(
                        "unflag",
                        "Deployment",
                        "Takes the flag away, so that the build can be removed.",
                        "deployments.first().unflag()",
                        (build, call) -> change(build, Map.of("flagged", false), call.host()))
                .method(
                        "addTags",
                        "Deployment",
                        "Adds tags behind those that it has. One that is there already stays where it is.",
                        "deployments.first().addTags('RC1', 'v1.0')",
                        (build, call) -> addTags(build, tags(call), call.host()),
                        TAGS)
                .method(
                        "removeTags",
                        "Deployment",
                        "Takes tags away. One that is not there is no error.",
                        "deployments.first().addTags('RC1').removeTags('RC1')",
                        (build, call) -> removeTags(build, tags(call), call.host()),
                        TAGS)
                .method(
                        "update",
                        "Deployment",
                        "Changes description, tags (all of them) or flag.",
                        "deployments.first().update({description: 'released'})",
                        (build, call) -> update(build, call.options(0), call.host()),
                        Argument.options(
                                "changes",
                                Argument.optional("description", "string", "what it is; may be empty"),
                                Argument.optional("tags", "string[]", "replaces all tags"),
                                Argument.optional("flagged", "boolean", "whether it is safe from removal")));
    }

    private static void addFiles(HostType<Handle<Deployment>> type) {
        type.method(
                        "saveTo",
                        "string[]",
                        "Writes device.nut, agent.nut and deployment.json with the other facts into a folder. Makes the"
                                + " folder if need be, and gives the names of the files. A file that is there and"
                                + " different is an error unless overwrite is said.",
                        "deployments.first().saveTo('saved/', {overwrite: true})",
                        (build, call) -> BuildFiles.save(
                                build.entity(call.host()), call.string(0), call.options(1), call.host()),
                        Argument.required("folder", "string", "where to").as(Wanted.FOLDER),
                        Argument.options(
                                "options",
                                Argument.optional("deviceOnly", "boolean", "write the device's code, nothing else"),
                                Argument.optional("agentOnly", "boolean", "write the agent's code, nothing else"),
                                Argument.optional("deviceFile", "string", "another name than device.nut")
                                        .as(Wanted.FILE),
                                Argument.optional("agentFile", "string", "another name than agent.nut")
                                        .as(Wanted.FILE),
                                Argument.optional("overwrite", "boolean", "replace files that are different")))
                .method(
                        "diff",
                        "BuildDiff",
                        "What is different in another build's code, file by file, from this one to the other.",
                        "deployments.first().diff(deployments.first(2)[1])",
                        (build, call) -> new HostObject<>(
                                call.host().registry().<BuildDiff>type("BuildDiff"),
                                BuildDiff.of(
                                        build.entity(call.host()),
                                        Identified.entity(EntityKinds.BUILD, call.value(0), call.host()),
                                        call.host()),
                                call.host()),
                        Argument.required("other", "Deployment | string", "the other build"))
                .method(
                        "diffFiles",
                        "BuildDiff",
                        "What is different in files of yours, from the build to the files. A file that is not named is not"
                                + " compared.",
                        "deployments.first().diffFiles({deviceFile: 'notes.txt'})",
                        (build, call) -> new HostObject<>(
                                call.host().registry().<BuildDiff>type("BuildDiff"),
                                BuildDiff.ofFiles(build.entity(call.host()), call.options(0), call.host()),
                                call.host()),
                        Argument.options(
                                "files",
                                Argument.optional("deviceFile", "string", "file with the device's code")
                                        .as(Wanted.FILE),
                                Argument.optional("agentFile", "string", "file with the agent's code")
                                        .as(Wanted.FILE)));
    }

    private static Object copy(Deployment build, DeviceGroup group, boolean all, Host host) {
        BuildSources sources = BuildSources.of(build, host);
        NewDeployment wanted = new NewDeployment(
                group.ref(),
                sources.device().code(),
                sources.agent().code(),
                all ? build.description() : null,
                all ? build.origin() : null,
                all ? build.tags() : null,
                all ? (Boolean) build.flagged() : null);
        return new NewBuild(host).deploy(group, wanted, sources);
    }

    static List<String> tags(Call call) {
        List<Value> given = call.values();
        if (given.size() == 1 && given.get(0).hasArrayElements()) {
            given = NewBuild.elements(given.get(0));
        }
        return NewBuild.tags(given, call.name());
    }

    /** What is there now counts: the service replaces the whole list. */
    private static Object addTags(Handle<Deployment> build, List<String> tags, Host host) {
        List<String> longer = new ArrayList<>(build.reload(host).tags());
        tags.stream().filter(tag -> !longer.contains(tag)).forEach(longer::add);
        return tagged(build, longer, "it has these tags already; left alone", host);
    }

    private static Object removeTags(Handle<Deployment> build, List<String> tags, Host host) {
        List<String> shorter = new ArrayList<>(build.reload(host).tags());
        shorter.removeAll(tags);
        return tagged(build, shorter, "it has none of these tags; left alone", host);
    }

    private static Object tagged(Handle<Deployment> build, List<String> tags, String already, Host host) {
        if (build.entity(host).tags().equals(tags)) {
            host.io().notice(already);
            return host.objects().entity(build);
        }
        return change(build, Map.of("tags", tags), host);
    }

    private static Object update(Handle<Deployment> build, Options changes, Host host) {
        changes.requireOne();
        Map<String, Object> attributes = new LinkedHashMap<>(ProductVerbs.texts(changes, "description"));
        if (changes.has("tags")) {
            attributes.put("tags", NewBuild.tags(changes, "update"));
        }
        if (changes.has("flagged")) {
            attributes.put("flagged", changes.flag("flagged"));
        }
        return change(build, attributes, host);
    }

    static Object change(Handle<Deployment> build, Map<String, Object> attributes, Host host) {
        host.beforeWrite();
        build.replace(host.client().deployments().update(build.id(), attributes));
        host.directory().changed(EntityKinds.BUILD);
        return host.objects().entity(build);
    }
}
