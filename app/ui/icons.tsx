/**
 * One family of signs: a grid of 24, lines of 1.75 with round ends, in the colour of the text beside them. They never stand alone: words
 * say the same, so a screen reader is told nothing of them. Each is a function of its own, and a page carries only those it shows.
 */
interface IconProps {
  className?: string;
}

function Icon({ className, d }: IconProps & { d: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : "icon"}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  );
}

export function BookIcon(props: IconProps) {
  return (
    <Icon {...props} d="M12 6.5C10 5.2 7.5 4.75 4 5v13.25c3.5-.25 6 .2 8 1.5 2-1.3 4.5-1.75 8-1.5V5c-3.5-.25-6 .2-8 1.5zM12 6.5v13.25" />
  );
}

export function DownloadIcon(props: IconProps) {
  return <Icon {...props} d="M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14" />;
}
