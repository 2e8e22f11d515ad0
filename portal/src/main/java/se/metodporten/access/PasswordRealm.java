package se.metodporten.access;

import jakarta.enterprise.inject.spi.CDI;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;
import org.apache.shiro.subject.SimplePrincipalCollection;

/** Shiro's way to our accounts. The principals are the person's id and the moment of signing in; permissions are the {@link Guard}'s. */
public class PasswordRealm extends AuthenticatingRealm {

    public PasswordRealm() {
        super(new AllowAllCredentialsMatcher());
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        UsernamePasswordToken given = (UsernamePasswordToken) token;
        SignIn signIn = CDI.current().select(Accounts.class).get().verify(given.getUsername(), given.getPassword());
        SimplePrincipalCollection principals = new SimplePrincipalCollection(signIn.personId(), getName());
        principals.add(signIn.at(), getName());
        return new SimpleAuthenticationInfo(principals, token.getCredentials());
    }
}
