package io.impsh.api;

import io.impsh.model.EntityRef;
import java.util.List;

/**
 * A deployment to create. Everything but group and codes may be {@code null}.
 *
 * @param group with its concrete type, which the service wants to see
 * @param deviceCode may be empty
 * @param agentCode may be empty
 * @param tags each of letters, digits, {@code _}, {@code -}, {@code *} and {@code .}, 500 characters in total
 */
public record NewDeployment(
        EntityRef group,
        String deviceCode,
        String agentCode,
        String description,
        String origin,
        List<String> tags,
        Boolean flagged) {}
