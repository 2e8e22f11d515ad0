package se.metodporten.access.web;

import org.apache.shiro.web.env.DefaultWebEnvironment;
import org.apache.shiro.web.filter.mgt.PathMatchingFilterChainResolver;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import se.metodporten.access.PasswordRealm;

/** Shiro as we use it: one realm, the container's sessions, no remember-me, no chains (the guard decides). */
public class ShiroEnvironment extends DefaultWebEnvironment {

    public ShiroEnvironment() {
        DefaultWebSecurityManager security = new DefaultWebSecurityManager(new PasswordRealm());
        security.setRememberMeManager(null);
        setWebSecurityManager(security);
        setFilterChainResolver(new PathMatchingFilterChainResolver());
    }
}
