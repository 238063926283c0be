/* What the libraries put into the window, as far as we use it, and the façade for tests. */

import type { Layout, Trace } from "./figures/bindings.mjs";

declare global {
  interface Window {
    dash_clientside: {
      set_props(id: string, props: Record<string, unknown>): void;
      [namespace: string]: any;
    };
    React: {
      createElement(tag: string, attributes: object, ...children: unknown[]): unknown;
      useEffect(effect: () => void, on: unknown[]): void;
      useLayoutEffect(effect: () => void, on: unknown[]): void;
      useRef(first: null): { current: HTMLElement | null };
    };
    nnviz_components: object;
    dash_core_components: object;
    dash_html_components: object;
    Plotly: {
      react(plot: HTMLElement, data: Trace[], layout: Layout, config?: object): Promise<Plot>;
      relayout(plot: HTMLElement, update: Layout): Promise<Plot>;
      restyle(plot: HTMLElement, update: object, traces: number[]): Promise<Plot>;
      toImage(figure: object, options: object): Promise<string>;
      purge(plot: HTMLElement): void;
      Fx: { unhover(plot: HTMLElement): void };
      Plots: { resize(plot: HTMLElement): Promise<Plot> };
    };
    nnviz: object;
  }

  /* An element in which Plotly has drawn; names with an underscore are Plotly's own, whose version is pinned. */
  interface Plot extends HTMLElement {
    data: Trace[];
    layout: Layout;
    calcdata: any[];
    /** How it is drawn, as its page says; ours. */
    config: object;
    _fullData: any[];
    _fullLayout: any;
    _context: any;
    on(event: string, listener: (change: any) => void): void;
    emit(event: string): void;
    removeAllListeners(event: string): void;
  }
}
