<#import "template.ftl" as layout>
<#assign wrong = false>
<#list profile.attributes as one><#if messagesPerField.existsError(one.name)><#assign wrong = true></#if></#list>
<@layout.registrationLayout displayMessage=messagesPerField.exists('global') wrong=wrong; section>
<#if section = "header">${msg("loginProfileTitle")}
<#elseif section = "form">
<p class="lead">${msg("profileWhy")}</p>
<form action="${url.loginAction}" method="post">
  <#list profile.attributes as one>
  <#if one.name == "locale">
  <input type="hidden" name="locale" value="${(locale.currentLanguageTag)!''}">
  <#elseif !one.readOnly>
  <@layout.field name=one.name label=advancedMsg(one.displayName!one.name) value=(one.value!'') autocomplete=(one.autocomplete!'off')
    hint=one.required?then('', msg("optional"))
    wrong=messagesPerField.existsError(one.name)?then(kcSanitize(messagesPerField.get(one.name)), '') />
  </#if>
  </#list>
  <button class="button">${msg("profileSave")}</button>
  <#if isAppInitiatedAction??><button class="button button-second" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
