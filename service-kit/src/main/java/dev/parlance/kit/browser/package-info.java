/// What protects the users of browsers: only known host names are served, and pages say what a browser may do with
/// them. Filters apply to every response; services declare other origins of their pages by [PageConnection].
package dev.parlance.kit.browser;
