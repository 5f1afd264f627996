package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.api.NewDeployment;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import org.graalvm.polyglot.Value;

/** What can be done with the builds of a device group. */
final class GroupBuildVerbs {
    private GroupBuildVerbs() {}

    static HostType<Handle<DeviceGroup>> addTo(HostType<Handle<DeviceGroup>> type) {
        return type.method(
                        "deploy",
                        "Deployment",
                        "Makes a build of device and agent code, which the group's devices run from their next restart"
                                + " on. Nothing restarts. Of only one code the other is empty.",
                        "deviceGroups.get('Line 1').deploy({deviceCode: 'server.log(\"hello\");', description: 'first try'})",
                        (group, call) -> deploy(group, call.options(0), call.host()),
                        Argument.options(
                                "build",
                                Argument.optional("deviceFile", "string", "file with the device's code")
                                        .as(Wanted.FILE),
                                Argument.optional("deviceCode", "string", "or: the code itself"),
                                Argument.optional("agentFile", "string", "file with the agent's code")
                                        .as(Wanted.FILE),
                                Argument.optional("agentCode", "string", "or: the code itself"),
                                Argument.optional("description", "string", "what it is"),
                                Argument.optional("origin", "string", "where it comes from; cannot be changed later"),
                                Argument.optional(
                                        "tags",
                                        "string[]",
                                        "made of A-Z, a-z, 0-9, _, -, * and ., 500 characters in all"),
                                Argument.optional("flagged", "boolean", "whether it is safe from removal")))
                .method(
                        "setMinSupported",
                        "DeviceGroup",
                        "Raises the oldest build that a device may go on running after a conditional restart. Nothing"
                                + " restarts.",
                        "let line = deviceGroups.get('Line 1'); line.setMinSupported(line.currentDeployment)",
                        (group, call) -> setMinSupported(group, call.value(0), call.host()),
                        Argument.required(
                                "build", "Deployment | string", "a build of the group, the present minimum or newer"));
    }

    private static Object deploy(Handle<DeviceGroup> handle, Options options, Host host) {
        BuildSources sources = BuildSources.read(options, host);
        Object made = deploy(handle.entity(host), sources, options, host);
        handle.forget();
        return made;
    }

    /** @param options description, origin, tags and flagged are read from it */
    static Object deploy(DeviceGroup group, BuildSources sources, Options options, Host host) {
        NewDeployment wanted = new NewDeployment(
                group.ref(),
                sources.device().code(),
                sources.agent().code(),
                options.text("description"),
                options.text("origin"),
                NewBuild.tags(options, "deploy"),
                options.has("flagged") ? (Boolean) options.flag("flagged") : null);
        return new NewBuild(host).deploy(group, wanted, sources);
    }

    private static Object setMinSupported(Handle<DeviceGroup> handle, Value which, Host host) {
        DeviceGroup group = handle.entity(host);
        Deployment build = which.isString()
                ? host.directory()
                        .builds()
                        .findIn(group.ref(), which.asString())
                        .orElseThrow(() -> host.directory().builds().unknown(which.asString()))
                : Identified.entity(EntityKinds.BUILD, which, host);
        if (build.group() == null || !build.group().id().equals(group.id())) {
            throw new UserException(
                    "REFUSED",
                    "the build " + BuildLookup.phrase(build) + " is not one of " + group.name(),
                    "copyTo makes one of it there");
        }
        host.beforeWrite();
        try {
            host.client().deviceGroups().setMinSupportedDeployment(group.id(), build.id());
        } catch (ApiException refused) {
            throw explained(refused);
        }
        host.directory().changed(EntityKinds.GROUP);
        handle.reload(host);
        return host.objects().entity(handle);
    }

    private static UserException explained(ApiException refused) {
        return refused.status() >= 500 || refused.status() == 404
                ? refused
                : new UserException(
                        refused.code(),
                        refused.getMessage(),
                        "the minimum can only go up: to a build that is not older than the present one",
                        refused);
    }
}
