package io.impsh.script;

import io.impsh.bulk.Home;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.PlanFile;
import java.util.List;

/** The script type of {@code plans}: those that were applied, and those that were saved. */
final class PlansType {
    private static final Argument ID = Argument.required(
                    "id", "string", "the id that its report had, or its beginning when only one begins like that")
            .as(Wanted.JOURNALLED_PLAN);

    private PlansType() {}

    static HostType<Host> make() {
        return new HostType<Host>("Plans", "The plans that were applied, as their journals tell, and saved ones.")
                .method(
                        "list",
                        "JournalledPlan[]",
                        "Gives the plans that were applied here, the newest first. Those of other accounts and endpoints are left"
                                + " out unless all is true.",
                        "plans.list()",
                        (self, call) -> list(call.options(0).flag("all"), call.host()),
                        Argument.options(
                                "options",
                                Argument.optional("all", "boolean", "those of other accounts and endpoints, too")))
                .method(
                        "show",
                        "JournalledPlan",
                        "Gives a plan that was applied: what came of each item, and how to go on.",
                        PlanType.EXAMPLE + ".apply(); plans.show(plans.list()[0].id)",
                        (self, call) -> call.host().objects().journalled(journalled(call)),
                        ID)
                .method(
                        "resume",
                        "Report",
                        "Goes on where the applying of a plan was stopped or cut off. The options are those it was applied"
                                + " with, but for those that are given; a health function has to be given again.",
                        JournalledPlanType.STOPPED + "plans.resume(plans.list()[0].id, {waves: []})",
                        (self, call) -> PlanRun.resume(journalled(call), call.options(1), call.host()),
                        ID,
                        ApplyArguments.OPTIONS)
                .method(
                        "undo",
                        "Plan",
                        "A plan of the reverse of what was done. What cannot be reversed is in it as refused, with the"
                                + " reason.",
                        PlanType.EXAMPLE + ".apply(); plans.undo(plans.list()[0].id)",
                        (self, call) -> undo(call.string(0), call.host()),
                        ID)
                .method(
                        "load",
                        "Plan",
                        "Reads a plan that plan.save() wrote. It is looked at again before it is applied, and applied only"
                                + " where it was made.",
                        PlanType.EXAMPLE + ".save('plan.json'); plans.load('plan.json')",
                        (self, call) -> load(call.string(0), call.host()),
                        Argument.required("file", "string", "which file").as(Wanted.FILE))
                .hint("length", "list() gives an array")
                .hint(HostType.ANY_INDEX, "list() gives an array");
    }

    private static List<HostObject<JournalledPlan>> list(boolean all, Host host) {
        Home here =
                all ? null : new Home(host.client().identity(), host.client().ownAccount());
        return host.journals().list().stream()
                .filter(plan -> all || plan.home().equals(here))
                .map(host.objects()::journalled)
                .toList();
    }

    private static JournalledPlan journalled(Call call) {
        return call.host().journals().get(call.string(0));
    }

    static Object undo(String id, Host host) {
        return undo(host.journals().get(id), host);
    }

    static Object undo(JournalledPlan journalled, Host host) {
        return host.objects().plan(Plans.planner(host).undo(journalled));
    }

    private static Object load(String file, Host host) {
        return host.objects().plan(PlanFile.parse(ScriptFiles.read(file), file, () -> host.client()
                .requestsPerSecond()));
    }
}
