<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false wrong=false>
<!DOCTYPE html>
<html lang="${lang!'sv'}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title><#if wrong || displayMessage && message?has_content && message.type == 'error'>${msg("errorPrefix")}: </#if><#nested "header"> – ${msg("houseName")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/logo.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${url.resourcesPath}/css/login.css">
</head>
<body>
<header class="head">
  <div class="inner">
    <p class="brand">
      <picture>
        <source srcset="${url.resourcesPath}/img/logo-dark.svg" media="screen and (prefers-color-scheme: dark)">
        <img src="${url.resourcesPath}/img/logo.svg" alt="" width="48" height="48">
      </picture>
      <span>${msg("houseName")}</span>
    </p>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <nav aria-label="${msg("languages")}">
      <ul class="tongues">
        <#list ["sv", "fi", "en"] as tag><#list locale.supported?filter(l -> l.languageTag == tag) as l>
        <li><a href="${l.url}" lang="${tag}" hreflang="${tag}"<#if tag == locale.currentLanguageTag> aria-current="true"</#if>>${msg("tongue_" + tag)}</a></li>
        </#list></#list>
      </ul>
    </nav>
    </#if>
  </div>
</header>
<main class="inner">
  <h1><#nested "header"></h1>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
  <#nested "show-username">
  <p class="who">${msg("signingInAs")} <strong>${auth.attemptedUsername}</strong>
    <a href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
  </#if>
  <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
  <p class="notice notice-${message.type}" role="<#if message.type == 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
  </#if>
  <#nested "form">
  <#nested "socialProviders">
  <#if displayInfo><#nested "info"></#if>
</main>
</body>
</html>
</#macro>

<#-- One field: its words, what is wrong with it, the box. -->
<#macro field name label type="text" value="" wrong="" hint="" autocomplete="off" numeric=false focus=false>
<div class="field<#if wrong?has_content> field-wrong</#if>">
  <label class="label" for="${name}">${label}</label>
  <#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
  <#if wrong?has_content><p class="error" id="${name}-wrong" role="alert"><span class="unseen">${msg("errorPrefix")}: </span>${wrong?no_esc}</p></#if>
  <input class="input<#if numeric> input-code</#if>" id="${name}" name="${name}" type="${type}" value="${value}" dir="ltr"
    autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"<#if numeric> inputmode="numeric"</#if><#if focus> autofocus</#if><#if wrong?has_content> aria-invalid="true"</#if><#if hint?has_content || wrong?has_content> aria-describedby="<#if hint?has_content>${name}-hint</#if><#if wrong?has_content> ${name}-wrong</#if>"</#if>>
</div>
</#macro>
