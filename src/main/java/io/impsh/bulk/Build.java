package io.impsh.bulk;

import io.impsh.model.Deployment;
import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a bulk change needs to know of a deployment. Not the whole: its code may be megabytes.
 *
 * @param label what people tell it by: its tags, else its description, else the beginning of its sha
 * @param account id of the account that owns it, or {@code null}
 * @param sha {@code null} if the service tells none
 * @param group {@code null} for a zombie
 * @param createdAt long ago if the service does not tell
 */
record Build(
        EntityRef ref,
        String label,
        String sha,
        List<String> tags,
        String account,
        EntityRef group,
        boolean flagged,
        Instant createdAt) {
    Build {
        tags = List.copyOf(tags);
    }

    static Build of(Deployment deployment) {
        return new Build(
                deployment.ref(),
                label(deployment),
                deployment.sha(),
                deployment.tags(),
                deployment.owner() == null ? null : deployment.owner().id(),
                deployment.group(),
                deployment.flagged(),
                Objects.requireNonNullElse(deployment.createdAt(), Instant.EPOCH));
    }

    String id() {
        return ref.id();
    }

    private static String label(Deployment deployment) {
        if (!deployment.tags().isEmpty()) {
            return String.join(", ", deployment.tags());
        }
        String description = deployment.description();
        return description == null || description.isBlank() ? deployment.name() : description;
    }
}
