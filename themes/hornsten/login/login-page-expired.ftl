<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("pageExpiredTitle")}
<#elseif section = "form">
<p class="lead">${msg("pageExpiredMsg1")}</p>
<p><a class="button" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("pageExpiredRestart")}</a></p>
<p><a id="loginContinueLink" href="${url.loginAction}">${msg("pageExpiredContinue")}</a></p>
</#if>
</@layout.registrationLayout>
