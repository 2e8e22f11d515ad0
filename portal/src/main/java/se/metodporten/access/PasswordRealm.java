package se.metodporten.access;

import jakarta.enterprise.inject.spi.CDI;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;

/** Shiro's way to our accounts. The principal is the person's id; permissions are the {@link Guard}'s. */
public class PasswordRealm extends AuthenticatingRealm {

    public PasswordRealm() {
        super(new AllowAllCredentialsMatcher());
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        UsernamePasswordToken given = (UsernamePasswordToken) token;
        long personId = CDI.current().select(Accounts.class).get().verify(given.getUsername(), given.getPassword());
        return new SimpleAuthenticationInfo(personId, token.getCredentials(), getName());
    }
}
