package io.impsh.api;

/** The service did not take credentials; what that means depends on whether there are others. */
final class LoginRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoginRefusal(ApiException said) {
        super(said.getMessage(), said);
    }

    LoginRefusal(String message) {
        super(message);
    }
}
