package io.impsh.api;

import io.impsh.model.Deployment;
import java.util.List;

/**
 * A deployment that was created.
 *
 * @param warnings what the service remarked on it, such as the compiler's warnings; mostly empty
 */
public record CreatedDeployment(Deployment deployment, List<ApiError> warnings) {}
