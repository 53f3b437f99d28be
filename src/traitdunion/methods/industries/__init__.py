"""Industries: which belong together, by place, trade, skills and projects."""
