<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('password', 'password-confirm')>
<#-- what the rules for passwords say comes without a field -->
<#assign rule = (!wrong && message?has_content && message.type == 'error')?then(kcSanitize(message.summary), '')>
<@layout.registrationLayout displayMessage=!wrong && rule == '' wrong=wrong || rule != ''; section>
<#if section = "header">${msg("updatePasswordTitle")}
<#elseif section = "form">
<form action="${url.loginAction}" method="post">
  <@layout.field name="password-new" label=msg("passwordNew") hint=msg("passwordHint") type="password" autocomplete="new-password" focus=true
    wrong=messagesPerField.existsError('password')?then(kcSanitize(messagesPerField.get('password')), rule) />
  <@layout.field name="password-confirm" label=msg("passwordConfirm") type="password" autocomplete="new-password"
    wrong=messagesPerField.existsError('password-confirm')?then(kcSanitize(messagesPerField.get('password-confirm')), '') />
  <p class="pick"><input type="checkbox" id="logout-sessions" name="logout-sessions" value="on" checked><label for="logout-sessions">${msg("logoutOtherSessions")}</label></p>
  <button class="button">${msg("updatePasswordDo")}</button>
  <#if isAppInitiatedAction??><button class="button button-second" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
