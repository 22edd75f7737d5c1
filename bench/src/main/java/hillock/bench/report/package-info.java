/// Results as text, JSON and Markdown.
package hillock.bench.report;
