package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ImpClient;
import io.impsh.model.EntityRef;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What has to be so for a plan to be applied at all. */
final class Preconditions {
    private Preconditions() {}

    /** @throws UserException {@code PLAN_ELSEWHERE} */
    static void atHome(Home home, Cloud cloud) {
        Home here = new Home(cloud.endpoint(), cloud.ownAccount());
        if (here.equals(home)) {
            return;
        }
        boolean sameService = here.endpoint().equals(home.endpoint());
        throw new UserException(
                "PLAN_ELSEWHERE",
                "the plan is of account " + home.account() + " at " + home.endpoint() + ", and you are "
                        + (sameService
                                ? "account " + here.account()
                                : "account " + here.account() + " at " + here.endpoint()),
                "log in as that account there (--profile or --endpoint), or make the plan anew here");
    }

    /**
     * A dry run imagines what would have been made, and gives it an id that means nothing anywhere else.
     *
     * @throws UserException {@code DRY_PLAN} when the plan is about such things
     */
    static void isReal(Plan plan) {
        Set<String> imagined = new TreeSet<>();
        for (PlanItem item : plan.items()) {
            refs(item).filter(ref -> ImpClient.isImagined(ref.id())).forEach(ref -> imagined.add(ref.id()));
        }
        if (imagined.isEmpty()) {
            return;
        }
        throw new UserException(
                "DRY_PLAN",
                "the plan was made in a dry run and is about what was never made: " + String.join(", ", imagined),
                "make those first, then the plan, without --dry-run");
    }

    private static Stream<EntityRef> refs(PlanItem item) {
        EntityRef to = item.change() instanceof Change.Assign assign
                ? assign.to().ref()
                : item.change() instanceof Change.Copy copy ? copy.to().ref() : null;
        return Stream.of(item.target(), item.from(), to).filter(Objects::nonNull);
    }

    /**
     * The plan with the unbond key where it was kept back.
     *
     * @param open those of its items that may be sent
     * @param how to give it
     * @throws UserException {@code USAGE} if there is none
     */
    static Plan withKey(Plan plan, List<PlanItem> open, ApplyOptions options, String how) {
        if (open.stream().noneMatch(Preconditions::lacksKey)) {
            return plan;
        }
        if (options.unbondKey().value() == null) {
            throw new UserException(
                    "USAGE",
                    "the plan was made with the unbond key, which is written nowhere",
                    "give it again: " + how);
        }
        Change change = new Change.Unassign(options.unbondKey());
        return plan.filledIn(plan.items().stream()
                .map(item -> lacksKey(item) ? item.with(change) : item)
                .toList());
    }

    private static boolean lacksKey(PlanItem item) {
        return item.change() instanceof Change.Unassign unassign
                && unassign.unbondKey().isKeptBack();
    }

    /** @throws UserException {@code USAGE} when there was a function, which nothing can keep */
    static void healthIsAtHand(ApplyOptions options, String id) {
        if (options.health() instanceof Health.KeptBack) {
            throw new UserException(
                    "USAGE",
                    "the plan was applied with a health function, which is written nowhere",
                    "give it again: plans.resume('" + id
                            + "', {health: device => …}), or {health: null} to go without");
        }
    }

    static UserException complete(String id) {
        return new UserException(
                "PLAN_COMPLETE",
                "plan " + id + " is complete: nothing is left to resume",
                "plans.show('" + id + "') tells what came of it, plans.undo('" + id + "') plans the reverse");
    }
}
