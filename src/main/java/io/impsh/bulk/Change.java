package io.impsh.bulk;

import java.util.List;

/** What is to happen to the target of a {@link PlanItem}. */
public sealed interface Change {
    /** The device moves into {@code to}, out of whatever group it is in. It restarts. */
    record Assign(GroupTarget to) implements Change {}

    /** The device leaves its group and stops running. */
    record Unassign(UnbondKey unbondKey) implements Change {}

    /**
     * The device restarts.
     *
     * @param conditional let code that is recent enough finish what it does first
     */
    record Restart(boolean conditional) implements Change {}

    /**
     * The device gets another name.
     *
     * @param name {@code null} clears it
     */
    record Rename(String name) implements Change {}

    /** The build gets a flag, which keeps it from being removed. */
    record Flag() implements Change {}

    /** The build loses its flag, so that it can be removed. */
    record Unflag() implements Change {}

    /**
     * The build gets other tags. The service replaces the whole list.
     *
     * @param from those that it had when planned
     */
    record Retag(List<String> from, List<String> to) implements Change {
        public Retag {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * The build's code is deployed to another group, as a new build. Nothing restarts.
     *
     * @param all description, origin, tags and flag too, not the code alone
     * @param sha of the code, by which the copy is told once it is there
     */
    record Copy(GroupTarget to, boolean all, String sha) implements Change {}

    /** The device group, which is the target, gets a webhook. */
    record CreateWebhook(WebhookFacts facts) implements Change {}

    /**
     * The webhook gets another address or content type.
     *
     * @param from what it was when planned
     */
    record UpdateWebhook(WebhookFacts from, WebhookFacts to) implements Change {}

    /** The device, device group, product, build or webhook is removed from the account. It cannot be undone. */
    record Remove() implements Change {}
}
