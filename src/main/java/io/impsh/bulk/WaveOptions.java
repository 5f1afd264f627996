package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.model.Device;
import java.time.Duration;
import java.util.List;

/** Refuses what cannot be meant, or cannot be done with a plan, before anything is sent. */
final class WaveOptions {
    private final Plan plan;
    private final ApplyOptions options;

    private WaveOptions(Plan plan, ApplyOptions options) {
        this.plan = plan;
        this.options = options;
    }

    /**
     * @param canAsk whether somebody is there who can be asked between waves
     * @throws UserException {@code USAGE}, or {@code CONFIRMATION_NEEDED} when nobody is there
     */
    static void check(Plan plan, ApplyOptions options, boolean canAsk) {
        WaveOptions check = new WaveOptions(plan, options);
        check.shares();
        check.phases();
        check.pause(canAsk);
        check.health();
    }

    private void shares() {
        int total = plan.sent().size();
        Share last = null;
        for (Share share : options.waves()) {
            if (share.amount() <= 0) {
                throw usage("a wave of " + share + " is no wave", "write the first like 1, or like 5%");
            }
            if (last != null && !ascends(last, share, total)) {
                throw usage(
                        "waves have to ascend, and " + share + " comes after " + last
                                + (share.isPercentage() == last.isPercentage()
                                        ? ""
                                        : ", which is more of " + CountedNoun.of(total, "item")),
                        "each wave goes up to that share of the plan: 1, 5%, 100%");
            }
            last = share;
        }
    }

    /** A number and a percentage may come to the same in a small plan. */
    private static boolean ascends(Share one, Share next, int total) {
        return one.isPercentage() == next.isPercentage()
                ? one.amount() < next.amount()
                : one.itemsOf(total) <= next.itemsOf(total);
    }

    private void phases() {
        if (!options.waves().isEmpty() && plan.sent().stream().anyMatch(item -> item.phase() > 0)) {
            throw usage("what builds on one another cannot go in waves", "apply this plan without waves");
        }
    }

    private void pause(boolean canAsk) {
        Pause pause = options.pause();
        if (pause.length().isNegative()) {
            throw usage("a pause cannot be shorter than nothing", null);
        }
        if (options.waves().isEmpty() && !pause.equals(Pause.NONE)) {
            throw usage("a pause is between waves, and there are none", "give waves too, such as 1, 5%, 100%");
        }
        if (pause.asks() && !canAsk) {
            throw new UserException(
                    "CONFIRMATION_NEEDED",
                    "somebody is to be asked between waves, and nobody can be asked",
                    "give a pause in seconds, or a health check");
        }
    }

    private void health() {
        Health health = options.health();
        if (health instanceof Health.KeptBack) {
            throw usage("the health function is not kept with the plan", "give it again: {health: device => …}");
        }
        if (health instanceof Health.Signs signs) {
            signs(signs);
        }
        if (!(health instanceof Health.Unchecked)) {
            positive(options.within(), "within");
            devicesThatStay(plan.sent());
        }
    }

    private void signs(Health.Signs signs) {
        if (signs.online() == null && signs.noErrors() == null) {
            throw usage("a health check of nothing", "give online, noErrors or both, such as {online: '10m'}");
        }
        positive(signs.online(), "online");
        positive(signs.noErrors(), "noErrors");
        if (signs.noErrors() != null && plan.touchesProduction()) {
            throw usage(
                    "devices of production and pre-production groups have no logs, so that noErrors cannot be seen",
                    "online and a function of the device can be used there");
        }
    }

    private static void positive(Duration duration, String name) {
        if (duration != null && (duration.isZero() || duration.isNegative())) {
            throw usage(name + " has to be longer than nothing", "write it like '10m', or in seconds");
        }
    }

    private static void devicesThatStay(List<PlanItem> sent) {
        boolean others = sent.stream()
                .anyMatch(item -> !item.target().type().equals(Device.TYPE) || item.change() instanceof Change.Remove);
        if (others) {
            throw usage("health is asked of devices, and this plan is about others, or removes them", null);
        }
    }

    private static UserException usage(String message, String hint) {
        return new UserException("USAGE", message, hint);
    }
}
