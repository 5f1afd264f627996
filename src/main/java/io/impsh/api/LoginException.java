package io.impsh.api;

import io.impsh.UserException;

/** {@code LOGIN_REFUSED}: the service did not take the credentials. {@code NOT_LOGGED_IN}: there are none to try. */
public class LoginException extends UserException {
    private static final long serialVersionUID = 1L;

    public LoginException(String code, String message, String hint) {
        super(code, message, hint);
    }
}
